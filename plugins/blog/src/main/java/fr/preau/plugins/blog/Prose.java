package fr.preau.plugins.blog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text laid out for a template: paragraphs, lines, and addresses to follow. The template escapes each piece, so
 * nothing that was typed becomes markup.
 */
public final class Prose {

    /** Web addresses only; the end of a sentence that follows one is left out of it. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"«»]*[^\\s<>\"«»'’.,;:!?)\\]]");

    private Prose() {}

    /** The paragraphs of a text, parted by empty lines. */
    public static List<Paragraph> paragraphs(String text) {
        return Arrays.stream(text.split("\n\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> new Paragraph(
                        Arrays.stream(paragraph.split("\n")).map(Prose::line).toList()))
                .toList();
    }

    private static Line line(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            if (address.start() > from) {
                pieces.add(new Piece(text.substring(from, address.start()), false));
            }
            pieces.add(new Piece(address.group(), true));
            from = address.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), false));
        }
        return new Line(List.copyOf(pieces));
    }

    /** Lines that belong together. */
    public record Paragraph(List<Line> lines) {}

    /** One line. */
    public record Line(List<Piece> pieces) {}

    /**
     * A run of characters.
     *
     * @param text the characters
     * @param address whether they are an http or https address
     */
    public record Piece(String text, boolean address) {}
}
