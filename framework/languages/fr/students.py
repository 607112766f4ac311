"""The interface in French: a class, on the phones and on the projector."""

TEXTS: dict[str, str] = {
    "Are you a student? Join with your class code": ("Vous participez ? Rejoignez votre classe avec son code"),
    # joining
    "The code is on the screen in front. It has six letters and digits; capitals and spaces do not matter.": (
        "Le code est à l'écran, devant vous. Il a six lettres et chiffres ; les majuscules et les espaces ne "
        "comptent pas."
    ),
    "No open class has this code. Check it against the screen.": (
        "Aucune classe ouverte n'a ce code. Comparez-le avec celui de l'écran."
    ),
    "A code has {number} letters and digits. Check it against the screen.": (
        "Un code a {number} lettres et chiffres. Comparez-le avec celui de l'écran."
    ),
    "It was deleted, or its date has passed. To join another class, type its code here or scan its QR code.": (
        "Elle a été supprimée, ou sa date est passée. Pour rejoindre une autre classe, tapez ici son code ou scannez "
        "son code QR."
    ),
    "You get a nickname; nobody asks who you are.": (
        "Vous recevez un pseudonyme ; personne ne vous demande qui vous êtes."
    ),
    "Your instructor can take home each participant's answers under the nickname.": (
        "La personne qui anime peut emporter les réponses de chacun, sous son pseudonyme."
    ),
    "Your instructor sees what the room answered, and nobody's own answers.": (
        "La personne qui anime voit ce que la salle a répondu, mais pas les réponses de chacun."
    ),
    "Figures are shown even if fewer than five take part.": (
        "Les chiffres sont montrés même s'il y a moins de cinq participants."
    ),
    "Everything is deleted on {day}.": "Tout sera supprimé le {day}.",
    # a phone
    "You are {name}": "Vous êtes {name}",
    "Your instructor has given you this nickname.": "La personne qui anime vous a donné ce pseudonyme.",
    "Change my nickname": "Changer mon pseudonyme",
    "Everybody in the room may see it. Do not use your name.": "Toute la salle peut le voir. N'utilisez pas votre nom.",
    "You are in": "Vous y êtes",
    "The first question comes as soon as your instructor begins. Keep this page open.": (
        "La première question viendra dès que la classe commencera. Gardez cette page ouverte."
    ),
    "Your instructor tells you what it is about.": "La personne qui anime vous dit de quoi il s'agit.",
    "Your group's idea, in one line": "L'idée de votre groupe, en une ligne",
    "Your group's idea": "L'idée de votre groupe",
    "Whoever you discuss with sees your idea. So does your instructor, with your nickname.": (
        "La personne avec qui vous discutez voit votre idée. La personne qui anime la voit aussi, avec votre "
        "pseudonyme."
    ),
    "Whoever you discuss with sees your idea. So does your instructor, without your nickname.": (
        "La personne avec qui vous discutez voit votre idée. La personne qui anime la voit aussi, sans votre "
        "pseudonyme."
    ),
    "Save and continue": "Enregistrer et continuer",
    "You can change an answer until your instructor closes the vote.": (
        "Vous pouvez changer une réponse jusqu'à la clôture du vote."
    ),
    "Keep all my first answers": "Garder toutes mes premières réponses",
    "What you do not answer again stays as in your first vote.": (
        "Ce à quoi vous ne répondez pas de nouveau reste comme au premier vote."
    ),
    "The first vote is closed": "Le premier vote est clos",
    "Look to the front. This page goes on by itself.": "Regardez devant vous. Cette page continue d'elle-même.",
    "What the room said": "Ce que la salle a dit",
    "Discuss": "Discutez",
    "Find": "Trouvez",
    "You differ on {questions}.": "Vous différez sur : {questions}.",
    "Tell each other what you answered and why. Try to convince each other.": (
        "Dites-vous ce que vous avez répondu et pourquoi. Essayez de vous convaincre."
    ),
    "Each of you has an idea of your own.": "Chacun de vous a sa propre idée.",
    "Theirs: “{idea}”.": "La leur : « {idea} ».",
    "Explain it, and discuss the answer of which each of you is least sure.": (
        "Expliquez-la, et discutez la réponse dont chacun de vous est le moins sûr."
    ),
    "Your answers lead to different advice.": "Vos réponses mènent à des conseils différents.",
    "Tell each other what you answered and why.": "Dites-vous ce que vous avez répondu et pourquoi.",
    "You were not asked this: your other answers already decide.": (
        "Cette question ne vous a pas été posée : vos autres réponses décident déjà."
    ),
    "You have not answered this.": "Vous n'avez pas répondu à cette question.",
    "Not all of you have answered this.": "Vous n'y avez pas tous répondu.",
    "Nobody is left to discuss with you. Think about this, or join a pair:": (
        "Il ne reste personne pour discuter avec vous. Réfléchissez à ceci, ou rejoignez une paire :"
    ),
    "Your ticks on “{question}” were not saved, so they do not count.": (
        "Vos coches à la question « {question} » n'ont pas été enregistrées ; elles ne comptent donc pas."
    ),
    "Taken from the case, not asked ({number})": "Tiré du cas, sans être demandé ({number})",
    "{question}: {answer}": "{question} : {answer}",
    "Time is up. Finish now: the vote is still open.": (
        "Temps écoulé. Finissez maintenant : le vote est encore ouvert."
    ),
    "What your ideas come to": "À quoi vos idées aboutissent",
    "Discuss the answer of which you are least sure.": "Discutez la réponse dont vous êtes le moins sûrs.",
    "Your answer: {answer}": "Votre réponse : {answer}",
    "**Then discuss:** {question}": "**Puis discutez :** {question}",
    "You have not voted, so nobody was chosen for you. Join a pair, or think about this:": (
        "Vous n'avez pas voté ; personne n'a donc été choisi pour vous. Rejoignez une paire, ou réfléchissez à ceci :"
    ),
    "Nobody is left who reached other advice than you. Think about this, or join a pair:": (
        "Il ne reste personne qui soit arrivé à un autre conseil que vous. Réfléchissez à ceci, ou rejoignez une "
        "paire :"
    ),
    "All who voted came to the same result. Talk with your neighbours about this:": (
        "Tous ceux qui ont voté sont arrivés au même résultat. Parlez de ceci avec vos voisins :"
    ),
    "Which of your answers are you least sure of, and how could you find out?": (
        "Laquelle de vos réponses vous paraît la moins sûre, et comment pourriez-vous la vérifier ?"
    ),
    "The class is over. Everything in it is deleted on {day}.": (
        "La classe est terminée. Tout ce qu'elle contient sera supprimé le {day}."
    ),
    "What you advise": "Ce que vous conseillez",
    "You have not voted": "Vous n'avez pas voté",
    "**Your answers leave open:** {names}.": "**Vos réponses laissent ouvert :** {names}.",
    "What the room concluded": "Ce à quoi la salle est arrivée",
    "The answers of the room": "Les réponses de la salle",
    "Keep as an idea of my own": "Garder comme une idée à moi",
    "It gets an address of its own and stays when the class is deleted.": (
        "Elle reçoit sa propre adresse et reste quand la classe est supprimée."
    ),
    "Vote now: question {number}": "Votez maintenant : question {number}",
    "Vote now: question {number} of {total}": "Votez maintenant : question {number} sur {total}",
    "Vote again: question {number}": "Votez de nouveau : question {number}",
    "Vote again: question {number} of {total}": "Votez de nouveau : question {number} sur {total}",
    "What is meant": "Ce que cela veut dire",
    "Your first answer: {answer}": "Votre première réponse : {answer}",
    "Previous question": "Question précédente",
    "Keep the rest": "Garder le reste",
    "You have answered the only question": "Vous avez répondu à la seule question",
    "You have answered all {number}": "Vous avez répondu aux {number} questions",
    "Look to the front. Do not discuss yet.": "Regardez devant vous. Ne discutez pas encore.",
    "Hold this up:": "Montrez ceci :",
    "Not there? Join another pair.": "Personne ? Rejoignez une autre paire.",
    "Your answers lead to: {verdict}": "Vos réponses mènent à : {verdict}",
    "Source: {source}": "Source : {source}",
    "Find your partner": "Trouvez votre partenaire",
    "Talk with your neighbours": "Parlez avec vos voisins",
    "Your results are the same.": "Vos résultats sont les mêmes.",
    "Look at your phone: it names the person.": "Regardez votre téléphone : il vous dit qui.",
    "Thank you. To keep your result, tap “Keep as an idea of my own”": (
        "Merci. Pour garder votre résultat, touchez « Garder comme une idée à moi »"
    ),
    "Answer for your own idea": "Répondez pour votre propre idée",
    # what was published
    "What was published": "Ce qui a été publié",
    "You answered {answered} of {total} questions.": "Vous avez répondu à {answered} questions sur {total}.",
    "Each of your answers is the one that we read from the source.": (
        "Chacune de vos réponses est celle que nous lisons dans la source."
    ),
    "The source says nothing about some of your answers. The others are the ones that we read from it.": (
        "La source ne dit rien de certaines de vos réponses. Les autres sont celles que nous y lisons."
    ),
    "The source says nothing about what you answered.": "La source ne dit rien de ce que vous avez répondu.",
    "Where you answered differently": "Où vous avez répondu autrement",
    "alone changes your advice": "change à elle seule votre conseil",
    "one of those that together change your advice": "l'une de celles qui, ensemble, changent votre conseil",
    "**{short}**{marked}  \nYou: {yours}  \nFrom the source: {there}": (
        "**{short}**{marked}  \nVous : {yours}  \nD'après la source : {there}"
    ),
    # the projector
    "There is no class under this address. It may have been deleted.": (
        "Il n'y a pas de classe à cette adresse. Elle a peut-être été supprimée."
    ),
    "The class is over": "La classe est terminée",
    "join: {address}, code {code}": "rejoindre : {address}, code {code}",
    "{joined} here": "{joined} en ligne",
    "{answered} voted": "{answered} ayant voté",
    "{finished} answered all": "{finished} ayant répondu à tout",
    "Join with your phone. Nobody asks who you are.": (
        "Rejoignez la classe avec votre téléphone. Personne ne vous demande qui vous êtes."
    ),
    "{number} person is here": "{number} personne est là",
    "{number} people are here": "{number} personnes sont là",
    "Answer alone": "Répondez sans vous concerter",
    "{title} · first vote": "{title} · premier vote",
    "The vote is closed": "Le vote est clos",
    "Look up.": "Levez les yeux.",
    "Your instructor goes on in a moment.": "La suite vient dans un instant.",
    "{title} · first vote closed": "{title} · premier vote clos",
    "You agree on the advice": "Vous êtes d'accord sur le conseil",
    "Your answers leave the advice open": "Vos réponses laissent le conseil ouvert",
    "No single answer makes you differ": "Aucune réponse ne vous sépare à elle seule",
    "You disagree most on: {short}": "Votre plus grand désaccord : {short}",
    "Fewer than five have answered.": "Moins de cinq personnes ont répondu.",
    "So nothing is shown.": "Rien n'est donc montré.",
    "Phones say what the letters mean.": "Les téléphones disent ce que signifient les lettres.",
    "{number} of {total}": "{number} sur {total}",
    "This class is over: you can only read what came out of it.": (
        "Cette classe est terminée : vous pouvez seulement lire ce qui en est ressorti."
    ),
    "One person can tick several answers.": "Une personne peut cocher plusieurs réponses.",
    "“About”: rounded to a multiple of five, as an exact number would tell what fewer than five answered.": (
        "« Environ » : arrondi à un multiple de cinq, car un nombre exact révélerait ce que moins de cinq personnes "
        "ont répondu."
    ),
    "“Other answers” and “Other advice” add up what fewer than five chose, and whatever would give it away.": (
        "« Autres réponses » et « Autres conseils » réunissent ce que moins de cinq personnes ont choisi, et tout ce "
        "qui permettrait de le deviner."
    ),
    "One person can tick several answers. What few ticked, or nearly all, is not shown.": (
        "Une personne peut cocher plusieurs réponses. Ce que peu de personnes ont coché, ou presque toutes, n'est pas "
        "montré."
    ),
    "{title} · discussion": "{title} · discussion",
    "Explain your ideas to each other.": "Expliquez-vous vos idées.",
    "Very few answers make your advice differ. Convince each other.": (
        "Très peu de réponses séparent vos conseils. Essayez de vous convaincre."
    ),
    "The whole text is on the phones.": "Le texte complet est sur les téléphones.",
    "Then discuss: {question}": "Puis discutez : {question}",
    "Look at your phone: it has a question.": "Regardez votre téléphone : il montre une question.",
    "Answer again, alone": "Répondez de nouveau, sans vous concerter",
    "{title} · second vote": "{title} · second vote",
    "{title} · after the second vote": "{title} · après le second vote",
    "Published": "Publié",
    # what goes wrong
    "Write addresses or networks, separated by commas: 172.28.5.0/24.": (
        "Écrivez des adresses ou des réseaux, séparés par des virgules : 172.28.5.0/24."
    ),
    "{proxies} cannot be read: {error}.": "{proxies} est illisible : {error}.",
    "There is no class under this address.": "Il n'y a pas de classe à cette adresse.",
    "It may have been deleted. Open a new one.": "Elle a peut-être été supprimée. Ouvrez-en une nouvelle.",
    "The class has gone on in another window.": "La classe a avancé dans une autre fenêtre.",
    "This page now shows where it stands.": "Cette page montre maintenant où elle en est.",
    "Too many wrong codes were tried.": "Trop de codes faux ont été essayés.",
    "Try again in a few minutes.": "Attendez quelques minutes, puis réessayez.",
    "This class is full.": "Cette classe est complète.",
    "Ask your instructor to open a second one.": "Demandez à la personne qui anime d'en ouvrir une seconde.",
    "There is no such participant.": "Il n'y a pas de tel participant.",
    "A nickname has 1 to {most} characters.": "Un pseudonyme a de 1 à {most} caractères.",
    "Your old one is still there.": "L'ancien est toujours là.",
    "Your instructor has chosen this nickname.": "La personne qui anime a choisi ce pseudonyme.",
    "It stays for the rest of the class.": "Il reste jusqu'à la fin de la classe.",
    "Somebody in your class has this name.": "Quelqu'un de votre classe a ce nom.",
    "Choose another one.": "Choisissez-en un autre.",
    "This vote is closed.": "Ce vote est clos.",
    "Your last answer before the close counts.": "Votre dernière réponse avant la clôture compte.",
    "This answer was changed {most} times.": "Cette réponse a été changée {most} fois.",
    "The last one that was saved counts.": "La dernière enregistrée compte.",
}
