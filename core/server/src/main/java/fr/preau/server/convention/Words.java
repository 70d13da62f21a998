package fr.preau.server.convention;

import java.util.ArrayList;
import java.util.List;

/** Finds the words that differ between two texts. Thread-safe. */
public final class Words {
    /** Beyond, all is taken for changed: the table of comparisons would weigh more than it is worth. */
    private static final int LARGEST_TABLE = 4_000_000;

    private Words() {}

    /** A run of words, as it was written. */
    public record Piece(String text, boolean changed) {}

    /** Both texts in pieces. */
    public record Difference(List<Piece> before, List<Piece> after) {}

    /** Compares word by word; spaces and line ends stay as they are. */
    public static Difference between(String before, String after) {
        String[] one = split(before);
        String[] two = split(after);
        boolean[] sameOne = new boolean[one.length];
        boolean[] sameTwo = new boolean[two.length];
        if ((long) one.length * two.length <= LARGEST_TABLE) {
            common(one, two, sameOne, sameTwo);
        }
        return new Difference(pieces(one, sameOne), pieces(two, sameTwo));
    }

    /** Words, each with the space behind it. */
    private static String[] split(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<=\\s)(?=\\S)");
    }

    /** Marks the longest common run of words, in order. */
    private static void common(String[] one, String[] two, boolean[] sameOne, boolean[] sameTwo) {
        int[][] longest = new int[one.length + 1][two.length + 1];
        for (int i = one.length - 1; i >= 0; i--) {
            for (int j = two.length - 1; j >= 0; j--) {
                longest[i][j] = one[i].strip().equals(two[j].strip())
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < one.length && j < two.length) {
            if (one[i].strip().equals(two[j].strip())) {
                sameOne[i++] = true;
                sameTwo[j++] = true;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static List<Piece> pieces(String[] words, boolean[] same) {
        List<Piece> pieces = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= words.length; i++) {
            if (i == words.length || same[i] != same[begin]) {
                pieces.add(new Piece(String.join("", List.of(words).subList(begin, i)), !same[begin]));
                begin = i;
            }
        }
        return pieces;
    }
}
