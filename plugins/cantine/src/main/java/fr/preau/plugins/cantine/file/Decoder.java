package fr.preau.plugins.cantine.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns a file's bytes into text: a byte order mark decides, then UTF-8 if the bytes are that strictly, else Windows-1252
 * as spreadsheets on Windows write. Pure functions.
 */
final class Decoder {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern NOT_TEXT = Pattern.compile("[\\x00-\\x08\\x0E-\\x1F]");
    private static final Pattern STRAY = Pattern.compile("[\\x80-\\x9F]");

    /** How the files begin that people send by mistake, one char per byte. */
    private static final Map<String, String> MISTAKES = Map.of(
            "PK\u0003\u0004", "C’est un classeur (xlsx ou ods), pas un fichier CSV.",
            "\u00D0\u00CF\u0011\u00E0", "C’est un ancien classeur ou document Office, pas un fichier CSV.",
            "%PDF", "C’est un document PDF, pas un fichier CSV.");

    private Decoder() {}

    /**
     * The text, without byte order mark.
     *
     * @throws Unreadable if these bytes are no text
     */
    static String text(byte[] bytes) throws Unreadable {
        String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        String mistake = MISTAKES.get(start);
        if (mistake != null) {
            throw new Unreadable(0, mistake + " Dans votre tableur, choisissez « Enregistrer sous », puis CSV.");
        }
        String text = decoded(bytes, start);
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (text.isBlank()) {
            throw new Unreadable(0, "Le fichier est vide.");
        }
        if (NOT_TEXT.matcher(text).find()) {
            throw new Unreadable(0, "Ce n’est pas un fichier de texte. Enregistrez-le au format CSV.");
        }
        return restored(text);
    }

    private static String decoded(byte[] bytes, String start) {
        if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    /**
     * Some published files are UTF-8 made from Windows-1252 taken for Latin-1: “œ” has become the control character 0x9C.
     * No text holds such characters on purpose.
     */
    private static String restored(String text) {
        return STRAY.matcher(text)
                .replaceAll(stray ->
                        new String(new byte[] {(byte) stray.group().charAt(0)}, WINDOWS).replace("\uFFFD", ""));
    }
}
