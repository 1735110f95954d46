"""Words that carry no meaning of their own."""

from __future__ import annotations

from search.german.normalise import fold

_STOP_WORDS = """
    aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei
    beim bin bis bist da dabei dadurch dafür dagegen daher damit danach dann daran darauf darin das dass dazu
    dein dem den denen denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch
    ein eine einem einen einer eines einige er es etwa etwas euch euer für fürs gegen ohne hat habe haben hatte
    hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja je jede jedem
    jeden jeder jedes jetzt kann kein keine keinen keiner man mal mit muss müssen nach neben nicht nichts
    mein noch nun nur ob oder sehr sein seine seinem seinen seiner selbst sich sie sind so solche soll sollen
    hätte sollte sonst sowie über um und uns unser unsere unserem unseren unserer unter viel viele vom von
    vor war waren was weil welche welchem welchen welcher welches wenn wer werden wie wieder will wir wird wo wollen
    worden würde zu zum zur zwischen
    können könnte könnten möchte möchten brauche brauchen braucht suche sucht gibt geht gehen macht machen
    woran womit wofür wodurch warum wieso weshalb wann wohin woher wem wen bereits schon einfach
    kommen kommt statt anstatt einmal mehrere mehrerer zeit wollte weiß wissen merken erst schnell
    eigentlich bitte denn überhaupt lassen lässt bekommen bekommt kriegt kriegen tun tut hätten gerne wurde
    wäre wären würden darf dürfen dürfte müsste müssten sollten bräuchte bräuchten meine meinem meinen meiner
    kenne kennt kostet irgendwie irgendwas irgendwo
    mir mich dir dich jemand jemandem per aufs merke merkt komme mache bekomme finde findet finden
    wurden gemacht gerade möglichst genau beispiel beispiele beispielsweise the of and for
"""

STOP_WORDS = frozenset(fold(word) for word in _STOP_WORDS.split())
"""Folded words that are not searched for, such as `der`."""

_TELLING_IN_NAMES = """
    kein keine keinen ohne nicht etwas viel viele mehrere kommt kommen
"""

FILLERS = STOP_WORDS - {fold(word) for word in _TELLING_IN_NAMES.split()}
"""Stop words that may be left out of a name: all but those that turn its meaning (`kein Strom`)."""
