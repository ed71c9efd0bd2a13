import { readPage } from './read-page'
function t(name: string, s: string, o={}) { const t0=performance.now(); const r=readPage(s,o); console.log(name, s.length, Math.round(performance.now()-t0), r.ok?`ok q${r.questions.length}`:r.code+' '+r.message.slice(0,80)) }
const head='A / B (Norway)\n... for x\n'
for (const u of ['a','a ','Place of Birth: ','Education: x','( ','Phone: +46 8','Long bio','Name Name','Biographical Information','Press media','... for y','Born: 3/4/1950','1950','Established: 3/4/1950','Nationality: X']) for (const sec of ['','Biographical Information\n','Long bio\n','Media contacts\n','Press releases\n']) t(JSON.stringify(u)+sec, head+sec+(u.padEnd(300,' zz')+'\n').repeat(2000)+(u+'\n').repeat(2900))
for (const u of ['a ','a, ','a and ','a/ ']) { t('title',u.repeat(6000).slice(0,19000)+'(Norway)\n... for\nLong bio\nBiographical Information\n'+('a b c\nBorn: 1950\n').repeat(2000));}
