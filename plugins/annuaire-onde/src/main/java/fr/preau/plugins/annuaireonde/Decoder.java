package fr.preau.plugins.annuaireonde;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a file's bytes into text. ONDE writes ISO-8859-1, spreadsheets write Windows-1252, UTF-8 or UTF-16: a byte order
 * mark decides, then strict UTF-8, then the Western sets. What is not text is refused rather than read as rubbish.
 */
final class Decoder {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset LATIN9 = Charset.forName("ISO-8859-15");
    private static final String SAVE_AGAIN = " Ouvrez-le dans un tableur et enregistrez-le au format CSV.";

    /** UTF-8 that someone read as Windows-1252: “Ã©” for “é”, “Ã‰” for “É”. */
    private static final Pattern MISREAD = Pattern.compile("Ã[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]");

    private static final Pattern NOT_TEXT = Pattern.compile("[\\x00-\\x08\\x0E-\\x1A\\x1C-\\x1F]");

    /**
     * The first bytes of what people send by mistake.
     *
     * @param bytes one char per byte
     * @param refusal what to say
     */
    private record Magic(String bytes, String refusal) {}

    private static final List<Magic> MAGIC = List.of(
            new Magic("PK\u0003\u0004", "C'est un classeur (xlsx ou ods) ou une archive zip, pas un fichier CSV."),
            new Magic("\u00D0\u00CF\u0011\u00E0", "C'est un classeur Excel (xls), pas un fichier CSV."),
            new Magic("%PDF", "C'est un document PDF, pas un fichier CSV."),
            new Magic(
                    "\u00FE\u00BB\u00BF",
                    "La marque d'encodage au début du fichier est abîmée : le texte serait illisible."));

    private Decoder() {}

    /**
     * The text, with composed accents and without byte order mark.
     *
     * @throws Unreadable if this is not text, or text in several encodings
     */
    static String text(byte[] bytes) throws Unreadable {
        String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        for (Magic magic : MAGIC) {
            if (start.startsWith(magic.bytes)) {
                throw new Unreadable(0, magic.refusal + SAVE_AGAIN);
            }
        }
        String text = repaired(decoded(bytes, start));
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (NOT_TEXT.matcher(text).find()) {
            throw new Unreadable(0, "Ce n'est pas un fichier de texte." + SAVE_AGAIN);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String decoded(byte[] bytes, String start) throws Unreadable {
        if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
            return known(strictly(bytes, StandardCharsets.UTF_16));
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8;
        }
        if (start.startsWith("\u00EF\u00BB\u00BF")) {
            return known(null);
        }
        String western = strictly(bytes, latin9(bytes) ? LATIN9 : WINDOWS);
        if (western == null) {
            // Five bytes mean nothing in Windows-1252; in ISO-8859-1 they are control characters, which no name holds.
            return known(null);
        }
        if (MISREAD.matcher(western).find()) {
            throw new Unreadable(
                    0,
                    "Le fichier mélange plusieurs encodages de caractères : les accents seraient illisibles."
                            + SAVE_AGAIN);
        }
        return western;
    }

    private static String known(@Nullable String text) throws Unreadable {
        if (text == null) {
            throw new Unreadable(0, "L'encodage des caractères n'est pas reconnu." + SAVE_AGAIN);
        }
        return text;
    }

    /** UTF-8 that was read as Windows-1252 and written as UTF-8 again: undone if the whole text is so. */
    private static String repaired(String text) {
        if (!MISREAD.matcher(text).find()) {
            return text;
        }
        for (Charset charset : List.of(WINDOWS, StandardCharsets.ISO_8859_1)) {
            try {
                ByteBuffer once = charset.newEncoder().encode(CharBuffer.wrap(text));
                byte[] bytes = new byte[once.remaining()];
                once.get(bytes);
                String undone = strictly(bytes, StandardCharsets.UTF_8);
                if (undone != null) {
                    return undone;
                }
            } catch (CharacterCodingException e) {
                // A character that this set can't write: the text was not misread through it.
                continue;
            }
        }
        return text;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Œ, œ or Ÿ of ISO-8859-15 touching a letter: the same bytes are ¼, ½ and ¾ elsewhere, which no name holds. */
    private static boolean latin9(byte[] bytes) {
        boolean found = false;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b >= 0x80 && b < 0xA0) {
                return false;
            }
            found |= b >= 0xBC && b <= 0xBE && (letter(bytes, i - 1) || letter(bytes, i + 1));
        }
        return found;
    }

    private static boolean letter(byte[] bytes, int index) {
        return index >= 0 && index < bytes.length && Character.isLetter(bytes[index] & 0x7F) && bytes[index] > 0;
    }
}
