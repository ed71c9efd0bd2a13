import { readFileSync } from 'node:fs'
import { getPayload } from 'payload'
import config from '@payload-config'
import { importNobel } from '@/intake/nobel-import'
const t0=performance.now()
const payload = await getPayload({ config })
console.log('boot',performance.now()-t0)
const user = { id:'00000000-0000-0000-0000-000000000000', collection:'users', roles:['editor'], name:'Import', email:'x' } as any
for(const round of [1,2].slice(0,Number(process.env.ROUNDS??1))){
const t=performance.now(); let last=0
const r = await importNobel({payload,user,source:readFileSync(process.env.FILE??'/work/shared/data/nobel/laureates-v2.1-2021-09.json'), dryRun: !!process.env.DRY, onProgress:(p)=>{ if(p.done-last>=250){last=p.done; console.log(p, Math.round(performance.now()-t))}}})
console.log('ms',performance.now()-t, 'rss', process.memoryUsage().rss/2**20, 'max', process.resourceUsage().maxRSS/1024)
if(r.ok){const {cleaned,dropped,...rest}=r.report; console.dir({...rest,kept:rest.kept.slice(0,5),failed:rest.failed.slice(0,5),cleaned:cleaned.length},{depth:4})} else console.log(r)
}
await payload.destroy(); process.exit(0)
