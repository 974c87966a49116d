import { areaPieces } from "./area-pieces.js";
import { countCharacters } from "./character-count.js";
import { copyLinks } from "./copy-link.js";
import { focusErrors } from "./error-summary.js";
import { methodSettings } from "./method-settings.js";
import { onceOnly } from "./once.js";
import { rank } from "./rank.js";
import { selectMany } from "./select-many.js";
import { shortcuts } from "./shortcuts.js";
import { steppers } from "./stepper.js";
import { supportInPlace } from "./support.js";
import { ticks } from "./ticks.js";

// Every page works without any of this. Each module looks for its own marks and does nothing where there are none.
for (const start of [focusErrors, areaPieces, countCharacters, copyLinks, methodSettings, onceOnly, rank, selectMany, shortcuts, steppers, supportInPlace, ticks]) start(document);
