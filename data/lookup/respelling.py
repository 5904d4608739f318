"""Names written by the rules of other languages, respelt as an English ear would write them down.

Each language's rules are tried where a name looks as if it were of that language; a name may have
several readings, and all of them are kept.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST_LETTERS: Final = re.compile(r"\^?([a-z]*)(?![?*])")


class Language:
    """When a name looks like one of the language, and what its letters sound like, in order."""

    def __init__(self, marks: str, rules: str) -> None:
        self.marks = re.compile(marks)
        self._written = rules

    @cached_property
    def rules(self) -> list[Callable[[str], str]]:
        """The rules, made when the first name of the language is met: that takes milliseconds."""
        pairs = (rule.rpartition("=") for rule in self._written.split())
        return [rule(find, instead) for find, _, instead in pairs]

    def read(self, word: str) -> str:
        """Return a word as English would write what the language says."""
        for apply in self.rules:
            word = apply(word)
        return word


def rule(find: str, instead: str) -> Callable[[str], str]:
    """Return what puts something else in the place of letters, or of a pattern.

    A pattern is made when the first word is met that has the letters it begins with: making all of
    them takes longer than a look-up.
    """
    if find.isalpha():
        return lambda word: word.replace(find, instead)
    first, *others = {_FIRST_LETTERS.match(one)[1] for one in find.split("|")}  # type: ignore[index]
    made: list[Callable[[str, str], str]] = []

    def apply(word: str) -> str:
        if first not in word:
            for one in others:  # `any` takes twice as long, and an import asks it a million times
                if one in word:
                    break
            else:
                return word
        if not made:
            made.append(re.compile(find).sub)
        return made[0](instead, word)

    return apply


GAELIC: Final = Language(
    r"bh|mh|dh|gh|fh|th$|aoi|ao[^u]|eoi|^s[ei][ao]|ai[lrs]|oi[rs]|ui[rl]|ea[mn]|ua[ilr]|ia[nr]",
    "^taidhg$=tige ^tadhg$=tige adhbh=ive aidhbh=ive eabh=ev iamh=eev iadh=eea oidhb=iv "
    "eidh=ee aidh=ee oidh=ee uidh=ee idh$=ee igh$=ee eogh=o aogh=ay ogh=o adh=ay agh=a "
    "omhn=on umhn=oon amhn=awn umh=oov abh=av obh=ov aoi=ee ao=ay eoi=oh oi=i "
    "^mh=w bh=v mh=v dh=g gh=g fh= th=h ch=k "
    "^seo=sho ^se=she ^si=shi s(?=i)=sh s(?=e[^l])=sh is$=ish ais=ash c=k "
    "rse$=rsha nne$=nya e$=a "
    "iu=oo ua=oo ea=a ai=a ui=i io=i ei=e ia=ee",
)
WELSH: Final = Language(
    r"^ll|ll|dd|ff|w[^aeiouyhr]|y[^aeiou]|^rh|^ie|ae|eu|^gw|si[^l]|f$",
    "^ll=thl ll=l ff=ph (?<!p)f=v ph=f dd=th rh=r ^ieu=yi ^ie=ye si(?=[aâo])=sh "
    "^gw(?=[^aeiouy])=goo w(?=[^aeiouy])=oo w$=oo "
    "au=i ae=i eu=i ei=ay yw=ow y$=ee y(?=.*[^y]$)=u u=i",
)
POLISH: Final = Language(
    r"sz|cz|rz|szcz|w(?=[^h])|[^aeiou]j|ie[^l]|ck[ia]|aw|ycz|ewsk|dz|ci[aeu]|ni[ae]|^l[ue]|j[ae]"
    r"|aite$|yte$|^z[uyi].*as$",
    "iene$=ienay aite$=aitay yte$=itay ^z(?=[uyi].*(?:as|ienay|aitay)$)=j aus=ous "
    "szcz=shch sz=sh cz=ch drz=dzh rz=zh dzi=j dz=dz ^trz=tsh ^krz=ksh "
    "ciech(?=o)=cheh ciech=check ciej=chey "
    "ci(?=[aeou])=ch ci=chi si(?=[aeou])=sh si=shi zi(?=[aeou])=zh zi=zhi ni(?=[aeou])=ny "
    "ck=tsk c(?=[^hk])=ts c$=ts ch=h w$=f w(?=[ktpsc])=f w=v "
    "^luk=wook ^j=y j=y ie=ye y=i",
)
SOUTH_ASIAN: Final = Language(
    r"bh|dh|gh|kh|jh|th|ph|aa|ee|oo|q|x|ksh|sh|ay|ai|ya|hm|uh|oh|eh|za|hu|hs|hr",
    "^ph=p kh=k gh=g jh=j bh=b dh=d th=t q=k aa=a ee=i oo=u ksh=ksh x=ksh sree=shri "
    "uw=u w=v ou=u ay=ai (?<=[aeiou])h(?=[^aeiou])= h$= z=j",
)
AFRICAN: Final = Language(
    r"^[nm][bcdgjkt]|kw|gb|kp|^x|^q|chuk|chi|olu|ade|ayo|tsh|hl|ny|ou|dj"
    r"|[aeiou]x|^caa|^cab|^cali$|^cawa|^cum|^cus|^cis[ms]|aa.*ac$|(?<!s)aac|cii|sacd"
    r"|^sade$|^sola$|^s(?:egu|eun|eyi)|[aou]s(?:eun|egu|eyi|ola$|ina$)"
    r"|gy[aeo]|^twu|^ky[ei]|dw[oe]",
    "kw=qu gy=j ^tw=ch ^ky=ch dw=j "
    "^n(?=[bcdgjkt])=en ^m(?=b)=em ^n(?=[bcdgjkt])= gb=b kp=p ^q=k hl=shl dj=j ou=u "
    "tsh=ch ny=ni "
    "^xo=ko ^x=h x=h ^c(?=[aiu])= (?<=a)c(?=$|[^eiouhkl])= c(?=ii)= "
    "^s(?=ade$|egu|ola$|eun|eyi)=sh (?<=[aou])s(?=eun|egu|eyi|ola$|ina$)=sh",
)
ROMANCE: Final = Language(
    r"^x|^jo|^ja|que|qui|inh|lh|nh|eau|eux|[aeiou]x$|ll|gui|gue|cao|jes|jor|gio|gia|cc|z$"
    r"|ci[aou]|nco$",
    "^jo=ho ^ja=ha ^je=he ^jua=hwa quin=keen que=ke qui=ki gui=gi gue=ge eaux=o eau=o "
    "eux=u lh=ly nh=ny ll=y ^x=z gio=jo gia=ja gi=ji cc(?=[ei])=ch ci(?=[aou])=ch "
    "cao$=sow nco$=nso z$=s",
)
ASIAN: Final = Language(
    r"^ng|^x|^q|^zh|^ph|^tr|^hs|^nh|uong|^ts|^cz|ieu|uy|^z|^dz"
    r"|[aeiou]x[iu]|[aeiou]q[iu]|[aeiou]zh",
    "^nguye=nwe ^nguy=win ^ng=n ^x=sh x(?=[iu])=sh q(?=[iu])=ch ^q=ch zh=j ^hs=sh "
    "^ph=f ^tr=ch ^nh=ny ^ts=s uong=ong ieu=yew uy=wee ian=yen iu=yo ^z=dz",
)
TURKISH: Final = Language(
    r"[aeiou]g(?:[ucdl]|an|mu)|[aiou](?<!aa)c$|^ce[mnly]|rec|^can$|^oz",
    "guz=wuz gce=che (?<=[aeiou])g(?=[cdlm])= (?<=[ao])g(?=[au])= c$=ch ^ce=je rec=rej ^can$=jan",
)
HUNGARIAN: Final = Language(r"cs|zs|(?<!g)gy[aeou]", "gy=j cs=ch zs=zh sz=s")
UKRAINIAN: Final = Language(
    r"^hr|^y[eu]|i[iy]$|yi$|^serh|^heorh|rhi|enko$|chuk$", "h=g ^ye=e i[iy]$=y yi$=y"
)
LANGUAGES: Final = (
    *(GAELIC, WELSH, POLISH, SOUTH_ASIAN, AFRICAN),
    *(ROMANCE, ASIAN, TURKISH, HUNGARIAN, UKRAINIAN),
)


@lru_cache(maxsize=64)  # the sounds and the codes of a word are made of them
def readings(word: str) -> tuple[str, ...]:
    """Return a folded word and how other languages would have it said, each once, itself first."""
    found = {word: None}
    for language in LANGUAGES:
        if language.marks.search(word):
            found[language.read(word)] = None
    return tuple(found)
