// How the HTML report looks, in light and in dark, and its filters.

#include "report/html.hpp"

namespace fonds::reporting {

std::string_view const html_style = R"css(
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1f2328;--soft:#626a73;--line:#e4e0d8;--shade:#f4f1ea;
--error:#b3261e;--warning:#9a6200;--note:#3a6ea5;--error-bg:#fdecea;--warning-bg:#fff4de;--note-bg:#eaf2fb;
--title:#7a3e9d;--name:#0b6e4f;--date:#a3480f;--archive:#1d4ed8;--level:#0e7490;--copy:#9d174d;--provenance:#5b6b1f;--print:#4b5563;--signal:#8a8378;
--del:#fbdcd9;--ins:#d7f2dd}
@media (prefers-color-scheme:dark){:root{--paper:#16181b;--card:#1e2125;--ink:#e6e4df;--soft:#9aa2ab;--line:#33373d;--shade:#262a2f;
--error:#ff8f85;--warning:#f0b95c;--note:#8cbcf0;--error-bg:#3a1f1e;--warning-bg:#382c16;--note-bg:#1c2a3a;
--title:#d3a6ee;--name:#7fd6b4;--date:#f2a878;--archive:#94b5ff;--level:#6fd0e4;--copy:#f29ac0;--provenance:#c5d67e;--print:#b6bec9;--signal:#8f8a80;
--del:#5a2a27;--ins:#1f4a2b}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:4.2rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 Charter,"Bitstream Charter","Iowan Old Style",Cambria,"Noto Serif",Georgia,serif}
a{color:inherit}
main,.top{max-width:82rem;margin:0 auto;padding:0 1.5rem}
.top{padding-top:2.2rem;padding-bottom:1rem}
.brand{margin:0;font:600 .78rem/1 system-ui,sans-serif;letter-spacing:.09em;text-transform:uppercase;color:var(--soft)}
h1{margin:.35rem 0 .2rem;font-size:1.9rem;line-height:1.2;overflow-wrap:anywhere}
h2{margin:2.2rem 0 .8rem;font-size:1.2rem;border-bottom:1px solid var(--line);padding-bottom:.35rem;overflow-wrap:anywhere}
main:not(:has(.file+.file)) .file>h2{display:none}
.summary{margin:0;color:var(--soft)}
.filters{position:sticky;top:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--line);margin:0 0 1.1rem;font:.86rem/1.2 system-ui,sans-serif}
.filters div{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;max-width:82rem;margin:0 auto;padding:.6rem 1.5rem}
.keys{color:var(--soft)}
kbd{font:.9em ui-monospace,Menlo,Consolas,monospace;border:1px solid var(--line);border-bottom-width:2px;border-radius:.25rem;padding:0 .3rem;background:var(--card)}
.by-rule{display:flex;flex-wrap:wrap;gap:.35rem;margin:.9rem 0 .7rem}
.by-rule button{font:.8rem/1.2 system-ui,sans-serif;color:var(--ink);background:var(--shade);border:1px solid transparent;border-radius:.4rem;padding:.25rem .5rem;cursor:pointer}
.by-rule button:hover,.by-rule button[aria-pressed=true]{border-color:var(--note);background:var(--note-bg)}
.by-rule b{font-variant-numeric:tabular-nums}
.nothing{color:var(--name);font:600 .95rem system-ui,sans-serif;margin:.9rem 0 .7rem}
.overview{display:flex;flex-wrap:wrap;gap:3px;margin:0 0 1rem}
.overview a{width:.85rem;height:.85rem;border-radius:.2rem;background:var(--line)}
.overview a.s-error{background:var(--error)}.overview a.s-warning{background:var(--warning)}.overview a.s-note{background:var(--note);opacity:.65}
.overview a:hover{outline:2px solid var(--ink);outline-offset:1px}
.context{margin:.35rem 0 .5rem;font-size:.88rem;color:var(--soft);overflow-wrap:anywhere}
.context b{font-weight:650;color:var(--ink);margin-left:.1em}
.toggle{display:inline-flex;gap:.4rem;align-items:center;border:1px solid var(--line);border-radius:2rem;padding:.38rem .8rem;background:var(--card);cursor:pointer}
.toggle input{accent-color:currentColor;margin:0}
.toggle.s-error{color:var(--error)}.toggle.s-warning{color:var(--warning)}.toggle.s-note{color:var(--note)}
.filters input[type=search]{flex:1 1 12rem;min-width:8rem;border:1px solid var(--line);border-radius:2rem;padding:.42rem .9rem;background:var(--card);color:var(--ink);font:inherit}
.legend{margin:0;font:.8rem/1.9 system-ui,sans-serif}
.legend span{margin-right:.55rem;white-space:nowrap}
.note{position:relative;display:grid;grid-template-columns:minmax(0,1.15fr) minmax(0,1fr);gap:1.4rem;background:var(--card);border:1px solid var(--line);border-radius:.7rem;padding:1.15rem 1.3rem 1.2rem 1.3rem;margin:0 0 1rem}
.note:target{border-color:var(--note);box-shadow:0 0 0 2px var(--note-bg)}
.note.source{display:block}
.number{grid-column:1/-1;justify-self:start;font:600 .76rem/1 system-ui,sans-serif;letter-spacing:.04em;color:var(--soft);text-decoration:none;margin-bottom:-.8rem}
.number:hover{text-decoration:underline}
.text{margin:.35rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
.g-title{color:var(--title)}.g-name{color:var(--name)}.g-date{color:var(--date)}.g-archive{color:var(--archive);font-weight:600}
.g-level{color:var(--level);font-weight:600}.g-copy{color:var(--copy)}.g-provenance{color:var(--provenance)}.g-print{color:var(--print)}
.g-signal{color:var(--signal);font-style:italic}.g-comment,.g-joiner{color:var(--soft)}
.f{text-decoration:underline wavy 1.5px;text-underline-offset:.22em;text-decoration-skip-ink:none;border-radius:.15rem}
.f-error{text-decoration-color:var(--error);background:var(--error-bg)}.f-warning{text-decoration-color:var(--warning);background:var(--warning-bg)}.f-note{text-decoration-color:var(--note)}
.findings{list-style:none;margin:1rem 0 0;padding:0;font:.875rem/1.45 system-ui,sans-serif}
.source .findings{margin:0}
.finding{border-left:3px solid var(--line);padding:.3rem 0 .3rem .8rem;margin:.5rem 0}
.finding.here{background:var(--note-bg)}
.finding p{margin:.15rem 0;overflow-wrap:anywhere}
.finding.s-error{border-color:var(--error)}.finding.s-warning{border-color:var(--warning)}.finding.s-note{border-color:var(--note)}
.badge{font-weight:650}
.s-error .badge{color:var(--error)}.s-warning .badge{color:var(--warning)}.s-note .badge{color:var(--note)}
.rule{font:.8em ui-monospace,Menlo,Consolas,monospace;color:var(--soft);white-space:nowrap}
.text,.context,.quote,.fix,dd,.rendered{unicode-bidi:plaintext}dd{text-align:left}
.fix,.related,.quote{color:var(--soft)}
.fix b{font-weight:600;color:var(--ink)}
del{background:var(--del);text-decoration:line-through;color:var(--ink)}ins{background:var(--ins);text-decoration:none;color:var(--ink)}
.records{display:flex;flex-direction:column;gap:.8rem;min-width:0}
.record{background:var(--shade);border-radius:.5rem;padding:.7rem .9rem .75rem;font:.875rem/1.45 system-ui,sans-serif;min-width:0}
.record header{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center;margin-bottom:.4rem}
.kind{font-weight:650}.type{color:var(--soft);font:.85em ui-monospace,Menlo,Consolas,monospace}
.confidence{margin-left:auto;position:relative;display:inline-flex;align-items:center;width:5.4rem;height:.36rem;background:var(--line);border-radius:1rem}
.confidence i{display:block;height:100%;border-radius:1rem;background:var(--level)}
.confidence em{position:absolute;right:100%;margin-right:.5rem;font-style:normal;font-size:.8em;color:var(--soft);white-space:nowrap}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.12rem .8rem;margin:0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;font-weight:400!important}
dd small{color:var(--soft)}
.levels{display:inline-flex;flex-wrap:wrap;gap:.3rem;align-items:baseline}
.levels b{color:var(--soft);font-weight:400}
.level{background:var(--card);border:1px solid var(--line);border-radius:.35rem;padding:0 .4rem}
.level i{font-style:normal;color:var(--soft)}
.rendered{margin:.65rem 0 0;padding-top:.55rem;border-top:1px dashed var(--line);font:.98rem/1.5 Charter,"Bitstream Charter",Cambria,"Noto Serif",Georgia,serif;overflow-wrap:anywhere}
.rules{font:.9rem/1.5 system-ui,sans-serif;padding-bottom:3rem}
.rules details{border-bottom:1px solid var(--line);padding:.5rem 0}
.rules summary{cursor:pointer}.rules p{margin:.5rem 0 .5rem 1.1rem;max-width:46rem;color:var(--soft)}
.unread{background:var(--error-bg);color:var(--error);border-radius:.5rem;padding:.6rem .9rem;font:.9rem system-ui,sans-serif}
[hidden]{display:none!important}
@media (max-width:60rem){.note{grid-template-columns:minmax(0,1fr)}main,.top,.filters div{padding-left:1rem;padding-right:1rem}}
@media (max-width:40rem){.keys{display:none}.note{padding:1rem}.filters{position:static}html{scroll-padding-top:1rem}}
@media (hover:none){.keys{display:none}}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
@media print{.filters,.overview,.by-rule{display:none}.note{break-inside:avoid;border-color:#bbb}body{font-size:11pt}}
)css";

std::string_view const html_script = R"js(
(function(){
  var form=document.querySelector('.filters');
  function apply(){
    var on={};
    form.querySelectorAll('[name=severity]').forEach(function(box){on[box.value]=box.checked});
    var only=form.elements.only.checked, words=form.elements.words.value.trim().toLowerCase();
    document.querySelectorAll('.note').forEach(function(note){
      var shown='doubtful' in note.dataset?1:0;
      note.querySelectorAll('.finding').forEach(function(finding){
        finding.hidden=!on[finding.dataset.severity];
        if(!finding.hidden)shown++;
      });
      note.hidden=(only&&!shown)||(words!==''&&note.textContent.toLowerCase().indexOf(words)<0);
    });
  }
  form.addEventListener('input',apply);
  var rules=document.querySelectorAll('.by-rule button');
  rules.forEach(function(button){
    button.addEventListener('click',function(){
      var words=form.elements.words, on=words.value!==button.dataset.words;
      words.value=on?button.dataset.words:'';
      rules.forEach(function(other){other.setAttribute('aria-pressed',String(on&&other===button))});
      apply();
    });
  });
  document.addEventListener('keydown',function(event){
    if(event.target.tagName==='INPUT'||event.ctrlKey||event.metaKey||event.altKey)return;
    if(event.key!=='j'&&event.key!=='k')return;
    var all=Array.prototype.filter.call(document.querySelectorAll('.finding'),function(finding){return finding.offsetParent});
    var at=all.findIndex(function(finding){return finding.classList.contains('here')});
    var next=all[at<0?0:Math.min(all.length-1,Math.max(0,at+(event.key==='j'?1:-1)))];
    if(!next)return;
    if(at>=0)all[at].classList.remove('here');
    next.classList.add('here');
    next.scrollIntoView({block:'center'});
  });
  form.addEventListener('submit',function(event){event.preventDefault()});
  document.addEventListener('click',function(event){
    var link=event.target.closest('a.rule');
    if(!link)return;
    var rule=document.getElementById(link.getAttribute('href').slice(1));
    if(rule)rule.open=true;
  });
})();
)js";

}  // namespace fonds::reporting
