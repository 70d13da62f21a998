package fr.preau.plugins.annuaireonde;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads printed slips as a family does: the words, the code, the square for a telephone. */
final class SlipReader {
    private static final String GROUP = "([2-9A-HJKMNP-Z](?: ?[2-9A-HJKMNP-Z]){3})";

    private SlipReader() {}

    /** The words on all pages. */
    static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code on the slip for this person, as printed: three groups of four. */
    static String codeFor(String person, byte[] pdf) {
        String text = text(pdf);
        Matcher code = Pattern.compile(
                        "Pour " + Pattern.quote(person) + "\\s.*?" + GROUP + "\\s+" + GROUP + "\\s+" + GROUP,
                        Pattern.DOTALL)
                .matcher(text);
        if (!code.find()) {
            throw new AssertionError("no code for " + person + " in\n" + text);
        }
        return Stream.of(code.group(1), code.group(2), code.group(3))
                .map(group -> group.replace(" ", ""))
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    /** Where the squares lead. */
    static List<String> squares(byte[] pdf) {
        List<String> links = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, 100);
                int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
                for (var found :
                        new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)))) {
                    links.add(found.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotFoundException e) {
            throw new AssertionError("a page without a readable square", e);
        }
        return links;
    }
}
