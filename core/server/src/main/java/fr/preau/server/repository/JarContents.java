package fr.preau.server.repository;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads a jar as a mere archive, and judges it: what its entries are called, how large they really are, whether it would
 * have code loaded from elsewhere. Sizes are counted while unpacking: what the archive says of them is not believed. Nothing
 * is kept but names and the one file that is wanted. Not thread-safe.
 */
final class JarContents {
    static final int MOST_ENTRIES = 20_000;
    /** How much larger the whole may be unpacked than the largest jar. */
    static final int UNPACKED = 4;
    /** The JDK reads these into memory before it verifies anything. */
    private static final long META_SIZE = 4L << 20;

    private static final long RATIO = 100;
    private static final long RATIO_FROM = 1L << 20;
    private static final int NAME_LENGTH = 500;
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final long mostBytes;
    private final String wantedName;
    private final int wantedSize;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> metaNames = new HashSet<>();
    private @Nullable String wanted;
    private long unpacked;

    private JarContents(long largestJar, String wantedName, int wantedSize) {
        this.mostBytes = largestJar * UNPACKED;
        this.wantedName = wantedName;
        this.wantedSize = wantedSize;
    }

    /**
     * Reads a jar that is no larger than the largest.
     *
     * @param wanted the name of a text that it must have
     * @param wantedSize how many bytes of text are read at most
     */
    static JarContents read(Path jar, long largestJar, String wanted, int wantedSize) {
        JarContents contents = new JarContents(largestJar, wanted, wantedSize);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            contents.readAll(zip);
        } catch (IOException | IllegalArgumentException e) {
            contents.faults.add("le fichier n’est pas un .jar lisible : " + e.getMessage());
        }
        return contents;
    }

    private void readAll(ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            faults.add("le jar contient " + zip.size() + " fichiers ; au plus " + MOST_ENTRIES);
            return;
        }
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            name(entry.getName());
            long size = size(zip, entry);
            if (unpacked > mostBytes) {
                faults.add("le jar dépasse " + (mostBytes >> 20) + " Mo une fois décompressé");
                return;
            }
            if (size > RATIO_FROM && size / Math.max(1, entry.getCompressedSize()) > RATIO) {
                faults.add(quoted(entry.getName()) + " : " + (size >> 20) + " Mo comprimés en "
                        + entry.getCompressedSize() + " octets ; un tel fichier est fait pour nuire");
            }
            if (entry.isDirectory() && size > 0) {
                faults.add(quoted(entry.getName()) + " : un dossier n’a pas de contenu");
            }
            special(zip, entry, size);
        }
        if (!names.contains(wantedName)) {
            faults.add(wantedName + " manque");
        }
    }

    private void name(String name) {
        boolean meta = name.toUpperCase(Locale.ROOT).startsWith("META-INF/");
        if (!names.add(name) || (meta && !metaNames.add(name.toUpperCase(Locale.ROOT)))) {
            faults.add(quoted(name) + " : présent deux fois");
        }
        if (name.isEmpty() || name.length() > NAME_LENGTH || escapes(name)) {
            faults.add(quoted(name) + " : nom de fichier interdit");
        }
    }

    /** Whether a name leads out of the folder that it would be unpacked in, on any system, or only seems not to. */
    private static boolean escapes(String name) {
        if (name.startsWith("/") || name.matches("^[A-Za-z]:.*") || name.indexOf('\\') >= 0) {
            return true;
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || part.equals(".")) {
                return true;
            }
        }
        return name.contains("//") || name.chars().anyMatch(Character::isISOControl);
    }

    private long size(ZipFile zip, ZipEntry entry) throws IOException {
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] buffer = new byte[16 << 10];
            for (int read = in.read(buffer); read >= 0 && unpacked <= mostBytes; read = in.read(buffer)) {
                size += read;
                unpacked += read;
            }
        }
        return size;
    }

    private void special(ZipFile zip, ZipEntry entry, long size) throws IOException {
        String name = entry.getName();
        boolean meta = name.toUpperCase(Locale.ROOT).matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC|MF)");
        if (meta && size > META_SIZE) {
            faults.add(quoted(name) + " : plus de " + (META_SIZE >> 20) + " Mo");
        } else if (name.equalsIgnoreCase(MANIFEST)) {
            manifest(zip, entry);
        } else if (name.equalsIgnoreCase("META-INF/INDEX.LIST")) {
            faults.add(quoted(name) + " : ferait charger du code pris hors du jar");
        } else if (name.equals(wantedName) && size > wantedSize) {
            faults.add(name + " : plus de " + (wantedSize >> 10) + " ko");
        } else if (name.equals(wantedName)) {
            text(zip, entry);
        }
    }

    private void manifest(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            if (new Manifest(in).getMainAttributes().getValue(Attributes.Name.CLASS_PATH) != null) {
                faults.add("MANIFEST.MF : Class-Path ferait charger du code pris hors du jar ; mettez-le dedans");
            }
        } catch (IOException e) {
            faults.add("MANIFEST.MF est illisible : " + e.getMessage());
        }
    }

    private void text(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            wanted = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            faults.add(wantedName + " n’est pas en UTF-8");
        }
    }

    static String quoted(String name) {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return "« " + (shown.length() > 100 ? shown.substring(0, 100) + "…" : shown) + " »";
    }

    List<String> faults() {
        return faults;
    }

    Set<String> names() {
        return names;
    }

    /** The text that it must have, null if it could not be read. */
    @Nullable
    String wanted() {
        return wanted;
    }
}
