"""The words of livings, as pieces of patterns: workplaces, businesses, trades and what they are about.

Written by hand from how people in Britain and Ireland say what they do; MIT like the program.
"""

from __future__ import annotations

import re

#: Where people work, as nouns; a job takes in "at the garden centre" after it.
WORKPLACES = (
    r"(?:abattoir|academy|airport|allotment|arcade|archive|army|asda|bakery|bank|bar|barracks|base|boatyard|bookies"
    r"|bookshop"
    r"|brewery|builders?['’]? yard|building site|butcher['’]?s|caf[eé]|call centre|canteen|caravan (?:site|park)"
    r"|care home"
    r"|carpet shop|cash and carry|casino|cathedral|cattery|centre|charity|charity shop|checkout|chicken (?:factory"
    r"|plant)"
    r"|chip shop|chippy|choir|church|cinema|circus|clinic|club|co-?op|coalface|college|colliery|company|council"
    r"|county council|court|crematorium|creche|crèche|dairy|deli|depot|distillery|docks?|dockyard|estate|factory|farm"
    r"|farm shop|ferry|fire station|firm|fish (?:dock|market|counter|plant)|florist['’]?s?|football club|forge"
    r"|foundry"
    r"|funeral (?:home|parlour|director['’]?s)|gallery|garage|garden centre|greenhouses?|grocer['’]?s|gym"
    r"|hairdresser['’]?s"
    r"|harbour|home|hospice|hospital|hotel|infants|jail|joinery|junior school|kennels?|kitchens?|lab|laboratory"
    r"|launderette"
    r"|laundry|law firm|library|lifeboat|livery yard|local paper|market|meat (?:plant|counter)|mill|mine|morgue"
    r"|mortuary|museum"
    r"|newsagent['’]?s?|nightclub|nursery|nursing home|office|oil rig|opera|orchestra|paper|parish|petrol station"
    r"|pharmacy"
    r"|pie shop|pier|pit|plant|police station|pool|port|post office|pottery|power station|prep school"
    r"|primary(?: school)?"
    r"|print(?:er['’]?s| works)|prison|pub|quarry|quay|radio station|railway|recycling (?:centre|plant)|refinery"
    r"|refuge"
    r"|regiment|restaurant|rig|riding school|sandwich (?:shop|factory)|sawmill|school|service station|shipyard|shop"
    r"|showroom"
    r"|sixth form(?: college)?|slaughterhouse|solicitor['’]?s|sorting office|special school|stables?|stall|station"
    r"|steelworks"
    r"|studio|supermarket|surgery|swimming (?:baths|pool)|takeaway|tannery|tea ?room|theatre|theme park|tip"
    r"|town hall|trawler"
    r"|tyre (?:place|shop)|undertaker['’]?s|university|vet['’]?s|village (?:hall|shop|school)|vineyard|warehouse"
    r"|water company"
    r"|wholesaler['’]?s?|works|workshop|yard|youth club|zoo|night shift|tills?|shop floor|counter|front desk"
    r"|switchboard)"
)
#: "at the big Asda", "in a touring opera orchestra", "for a firm of auctioneers".
AT_WORK = (
    rf"(?:,? (?:at|in|for|on|behind) (?:the|an?|his|her|their|our|one of the) (?:[\w'’-]+ ){{0,3}}?{WORKPLACES}\b"
    r"(?: in town| up the road| on the (?:corner|ring road|estate))?)"
)
BUSINESS = (
    r"(?:shop|stores?|post office|farm|pub|inn|caf[ée]|garage|salon|bakery|gallery|hotel|b ?& ?b|guest ?house"
    r"|nursery|kennels"
    r"|cattery|business|stall|restaurant|takeaway|chippy|chip shop|studio|boatyard|firm|company|agency|practice"
    r"|school"
    r"|quarry|mill|factory|yard|stables|livery|smallholding|dairy|brewery|distillery|vineyard|launderette"
    r"|newsagent['’]?s?"
    r"|bookshop|market garden|garden centre|haulage|taxis|tattoo parlour|funeral home|undertaker['’]?s|pottery|smithy"
    r"|forge|fishery|croft|estate|campsite|caravan (?:site|park)|zoo|cinema|theatre|nightclub|club|gym|charity"
    r"|food ?bank"
    r"|orchard|magazine|newspaper|choir|band|orchestra|troupe|circus|ice cream van|food truck|burger van|barbershop"
    r"|barber['’]?s|butcher['’]?s|chemist['’]?s|chapel of rest|riding school|dance school|playgroup|scout troop)"
)
_NOT_THINGS = (
    r"(?!(?:it|him|her|them|me|us|you|that|this|those|these|himself|herself|themselves|myself|away|back|down|up|out"
    r"|off|on|in"
    r"|over|home|here|there|well|hard|fast|badly|so|too|very|and|but|or|as|like|with|through|past|around|to|from|by"
    r"|at"
    r"|quiet|quietly|old|older|tired|cold|nothing|something|everything|anything|no|not|my|your|our|what|how|why|when"
    r"|where"
    r"|because|if|time|faith|still|silence|words|quiet|alone|better|worse|clear|closer|further|mad|much|more|less"
    r"|again"
    r"|blame|hope|trouble|problems?|secrets?|each|every|himself|ideas?|thoughts?|feelings?|things?|half|both|all"
    r"|some|many|most|few|several|lots|lessons|English classes|people|someone|somebody|everyone|children to"
    r"|hard|attention|time|respect|trust|confidence|resilience|boundaries|skills|clients?|therapy|relationships?"
    r"|support|courage|miles|off|home|past|through"
    r"|friendships?|resentment|walls|bridges)\b)"
)
_NO_PREPOSITION = (
    r"(?!(?:for|at|in|on|outside|with|and|but|near|round|from|to|until|till|since|when|who|which|by|under|over|of|as"
    r"|while|so"
    r"|inside|into|onto|across|through|behind|where|because|if|that|he|she|they|I|is|was|had|has)\b)"
)
OBJECT = (
    rf"{_NOT_THINGS}(?:(?:an?|the|his|her|their|own|people['’]s|other people['’]s|number|two|three"
    rf"|[a-z]+ (?:hundred|thousand)) )?(?:{_NO_PREPOSITION}[\w'’-]+ ){{0,2}}{_NO_PREPOSITION}[\w'’-]{{3,}}"
)
END = (
    r"(?=[.,;:!?)—–\"”’\n]|$| (?:for|at|in|on|outside|with|and|but|near|round|from|to|until|till|since|when|who"
    r"|which|mostly"
    r"|nights|days|part-time|full-time|now|then|by|all|up|out|under|every|down|over|before|after|as|while|so)\b)"
)
# What hardly anybody does but for a living: the verb says it.
_TRADE_VERBS = (
    "lays plucks stacks restores guts shears mends breeds grooms farms skippers welds tiles plasters brews tutors "
    "lectures "
    "pilots umpires referees tunes repairs services delivers packs picks sorts loads hauls shoes imports exports "
    "manufactures translates edits choreographs fits installs digs prunes harvests milks slaughters butchers "
    "embalms binds "
    "forges carves weaves knits upholsters renovates valets launders irons bakes caters busks deals trades sells "
    "grows drives teaches coaches captains fixes maintains inspects surveys audits designs builds paints decorates "
    "thatches roofs rewires plumbs demolishes blasts drills mines quarries fishes trawls nets shucks smokes cures "
    "bottles "
    "moulds casts engraves gilds restrings photographs films presents narrates auctions rents lets cleans hires "
    "chops fells"
)
_PAST = {"drives": "drove", "teaches": "taught", "sells": "sold", "grows": "grew", "builds": "built", "binds": "bound",
         "deals": "dealt", "digs": "dug", "weaves": "wove", "lays": "laid", "lets": "let", "shears": "sheared",
         "fits": "fitted", "nets": "netted", "shoes": "shod"}  # fmt: skip


def _both_tenses(verbs: str) -> str:
    forms = []
    for verb in verbs.split():
        stem = verb[:-2] if verb.endswith(("ches", "shes", "sses")) else verb[:-1]
        past = _PAST.get(verb, stem + ("d" if stem.endswith("e") else "ed"))
        if verb.endswith("ies"):
            past = verb[:-3] + "ied"
        forms += [verb, past]
    return "(?:" + "|".join(forms) + ")"


TRADE = _both_tenses(_TRADE_VERBS)
# "an old piano" is mended by anybody; these are not what a living is made of.
HOUSEHOLD = re.compile(
    r" (?:(?:his|her|their|my|the|an?) )?(?:(?:own|old|little|big) )?(?:tea|coffee|dinner|supper|house|room|kitchen"
    r"|floor|desk"
    r"|table|door|window|windows|shoes|clothes|hands?|hair|teeth|nose|face|eyes?|head|back|bag|coat|hole|line|point"
    r"|picture"
    r"|sentence|car|bike|bath|bed|chair|cup|pen|phone|glasses|lip|lips|nails|skin|arm|arms|legs?|heart|mind|son"
    r"|daughter|kids"
    r"|children|lesson|blanket|egg|eggs|plans?|bridges?|wall|walls|case|holes|fights?|cigarettes?|weed|dope|lunch"
    r"|towels?|week"
    r"|day|days|hours?|night|tears?|fence|hedge|smile|question|conversation|silence|anger|grief|fear|hour|place"
    r"|stakes"
    r"|space|meaning|gap|marriage|relationship|story|tissue|tissues|thread|dog|photo|letter|letters|note|notes)\b",
    re.IGNORECASE,
)
THIRD = (
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho|[A-Z]\w+|father|mother|dad|mum|husband|wife|partner|brother|sister"
    r"|son|daughter|ex|and|now|still|\d\d,|[a-z]+ty(?:-[a-z]+)?,|[a-z]+teen,)"
)

# What is a living only with its object: makes violins, writes crime novels, plays second oboe, cuts hair.
PAIRS = (
    r"(?:makes|made|making) (?:[a-z-]+ )?(?:violins|guitars|saddles|furniture|cheese|candles|hats|shoes|boots"
    r"|dresses|cakes"
    r"|wedding cakes|sausages|pies|pots|jewellery|films|documentaries|clocks|barrels|bricks|chutney|kilts|lace|nets"
    r"|ropes"
    r"|sails|prosthetics|dentures|coffins|harpsichords|stained glass|masks|puppets|wigs|knives|swords)"
    r"|(?:writes|wrote|writing) (?:(?!(?:the|a|an|his|her|my|two|three|twelve|ten)\b)[a-z-]+ )?(?:novels|crime"
    r"|thrillers|obituaries|speeches|jingles|software|code"
    r"|columns|sermons"
    r"|greetings? cards|scripts|soaps|songs|libretti|crosswords|programmes|textbooks)"
    r"|(?:plays|played|playing) (?:(?:first|second|third|principal|lead|bass|rhythm) )?(?:the )?(?:violin|viola"
    r"|cello|bass|oboe"
    r"|flute|horn|trumpet|trombone|tuba|euphonium|cornet|timpani|percussion|drums|organ|piano|harp|accordion"
    r"|bagpipes|pipes"
    r"|guitar|clarinet|bassoon|fiddle|football|rugby|cricket|netball|hockey|snooker|darts|prop|centre half|in goal)"
    r" (?:in|for|with|at) (?:the |an? )?[\w'’& -]{3,40}?"
    r"|(?:does|did|keeps|kept) the (?:books|accounts|payroll|wages)(?: (?:for|at) (?:an?|the|his|her"
    r"|their) [\w'’ -]{3,40}?)?"
    r"|(?:waits|waited|waiting|waiting on|waited on) (?:on )?tables|(?:tends|tended|tending) bar|(?:pulls|pulled) pints"
    r"|(?:drives|drove) a (?:cab|minicab|mini-cab|taxi|bus|coach|lorry|van|tram|train|hearse|school bus)"
    r"|(?:cuts|cut) (?:hair|keys|glass|stone|gems|grass)|(?:does|did) (?:nails|hair|lashes|removals|loft conversions"
    r"|roofs"
    r"|gardens|deliveries|security|the doors|the bins|bodywork|panel beating|ceilings|drains|house clearances"
    r"|people['’]s"
    r" (?:books|gardens|taxes)|weddings and funerals)"
    r"|(?:walks|walked) (?:other people['’]s )?dogs(?: for a living)?|(?:minds"
    r"|minded) (?:other people['’]s )?(?:children|kids)"
    r"|(?:digs|dug) graves|(?:fixes|fixed) (?:boilers|lifts|cars|roofs|computers|lorries|tractors|bikes|boats|phones)"
    r"|(?:rides|rode|jumps|jumped) (?:for|with) the [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*|(?:sings|sang|dances|danced"
    r"|acts|acted) (?:in|with|for)"
    r" (?:the |an? )?[\w'’& -]{3,40}?(?:choir|opera|chorus|ballet|company|band|cathedral|clubs|cruise ships?)"
    r"|(?:flies|flew) (?:helicopters?|planes?|for [A-Z]\w+|(?:long|short)[- ]haul)|(?:reads|read"
    r"|presents) the (?:news|weather)(?: on [\w ]+)?"
    r"|(?:drives|drove|driving) (?:for|the|an?|number|artics|lorries|buses|taxis|vans|trams|trains|hgvs?|cranes?"
    r"|nights)"
    r"(?: (?:number )?[\w'’-]+){0,3}?|got (?:his|her) HGV licence(?: and drives artics)?|keeps bees|kept bees"
    r"|keeps the (?:bar|shop|books|light)"
    r"|(?:takes|took|conducts|conducted) (?:weddings|funerals|services)|(?:works|worked|serves"
    r"|served) behind the (?:bar|counter)"
    r"|(?:runs|ran) (?:errands for|the line at|the counter at|the bar at|the box office)[\w ]{0,24}?"
)
SERVICES = (
    r"(?:police|army|navy|royal navy|merchant navy|raf|r\.a\.f\.|air force|marines|royal marines|paras|guards|met"
    r"|fire service"
    r"|fire brigade|ambulance service|civil service|foreign office|diplomatic service|coastguard|lifeboats?"
    r"|territorials|tA|ta"
    r"|reserves|sas|forces|services|cadets|prison service|probation service|border force|customs|church|ministry"
    r"|priesthood"
    r"|mines|pits|mills|docks|shipyards?|steelworks|railways?|fishing|trade|building trade|motor trade|rag trade"
    r"|antiques trade"
    r"|music business|film industry|theatre|circus|city|law|wine trade|book trade|oil industry|nuclear industry"
    r"|hotel trade"
    r"|merchant service|foreign legion|IRA|UVF|UDR|RUC|PSNI|convent|seminary|monastery|Household Cavalry)"
)
ON_THE = (
    r"(?:bins|rigs|tills|boats|trawlers|buses|trains|railways?|docks|oil rigs|checkouts?|building sites?|buildings"
    r"|doors|land"
    r"|farms|lorries|taxis|roads|trams|ferries|cruise ships|lines|assembly line|production line|North Sea|stage"
    r"|bench|council"
    r"|parish council|switchboard|front desk|game|pan|sick|social|dole|circuit)"
)
