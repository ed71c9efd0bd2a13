import { getPayload, createLocalReq, initTransaction, commitTransaction } from 'payload'
import config from '@payload-config'
const payload = await getPayload({ config })
const email='e'+Date.now()+'@x.org'
await payload.create({collection:'users', overrideAccess:true, data:{email, password:'aaaaaaaaaaaaaaaa', name:'I', roles:['editor']}} as any)
const user = (await payload.find({collection:'users',where:{email:{equals:email}}, overrideAccess:true})).docs[0] as any
user.collection='users'
const N=Number(process.env.N??100), C=Number(process.env.C??4)
let i=0; const tag=Date.now().toString(36)
const t=performance.now()
async function one(n:number){
  const req = await createLocalReq({ user, locale:'en' } as any, payload)
  await initTransaction(req)
  const doc = await payload.create({collection:'laureates', req, user, overrideAccess:false, depth:0, locale:'en', draft:true, select:{} as any, data:{kind:'person',knownName:'Name '+n,fullName:'Full '+n,givenName:'a',familyName:'b',slug:`n-${tag}-${n}`,birth:{date:'1943',place:'X',countryThen:'Y',countryNow:'US'},variants:[{value:'x'}],sameAs:{wikidata:'Q'+(n+1)},importKey:'nobel:'+n}} as any)
  for(const locale of ['sv','nb']){
    req.locale=locale as any
    await payload.update({collection:'laureates', id:doc.id, req, user, overrideAccess:false, depth:0, locale, draft:true, select:{} as any, data:{knownName:'Namn '+n,birth:{place:'X',countryThen:'Y'}}} as any)
  }
  await commitTransaction(req)
}
await Promise.all(Array.from({length:C},async()=>{while(i<N) await one(i++)}))
const ms=performance.now()-t
console.log({N,C,ms,perDoc:ms/N,rss:process.memoryUsage().rss/2**20})
await payload.destroy(); process.exit(0)
