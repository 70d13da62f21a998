package fr.preau.server.repository;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a kind that pages show, told by its first bytes.
 *
 * @param bytes its content, not to be changed
 * @param type its media type
 */
@SuppressWarnings("ArrayRecordComponent")
public record Picture(byte[] bytes, String type) {

    /** Its media type, null if it is none of them. */
    static @Nullable String type(byte[] bytes) {
        if (starts(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n')) {
            return "image/png";
        }
        if (starts(bytes, 0, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        return starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P') ? "image/webp" : null;
    }

    private static boolean starts(byte[] bytes, int from, int... wanted) {
        byte[] start = new byte[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            start[i] = (byte) wanted[i];
        }
        return bytes.length >= from + wanted.length
                && Arrays.equals(bytes, from, from + wanted.length, start, 0, start.length);
    }
}
