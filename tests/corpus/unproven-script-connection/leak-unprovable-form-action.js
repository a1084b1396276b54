document.forms[0].action = document.title; document.forms[0].submit()
