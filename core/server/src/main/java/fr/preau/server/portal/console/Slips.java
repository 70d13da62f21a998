package fr.preau.server.portal.console;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import fr.preau.api.Caller;
import fr.preau.server.account.Invitations;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.http.Layout;
import fr.preau.server.http.View;
import fr.preau.server.portal.Pdf;
import fr.preau.server.portal.view.SlipSheet;
import fr.preau.server.portal.view.SlipSheet.Slip;
import gg.jte.output.StringOutput;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Prints the slips of a class: a code and a QR code for each pupil and guardian without an account. Thread-safe. */
@Singleton
final class Slips {

    private final ClassDao classes;
    private final Invitations invitations;
    private final Audit audit;
    private final Layout layout;
    private final View view;
    private final Clock clock;

    @Inject
    Slips(Database database, Invitations invitations, Audit audit, Layout layout, View view, Clock clock) {
        this.classes = database.core().dao(ClassDao.class);
        this.invitations = invitations;
        this.audit = audit;
        this.layout = layout;
        this.view = view;
        this.clock = clock;
    }

    byte[] print(Caller caller, UUID classId, String className, String schoolName, String address) {
        List<ClassDao.Recipient> recipients = classes.recipients(classId, caller.tenantId());
        // A guardian of twins gets one code, on both slips.
        List<UUID> people =
                recipients.stream().map(ClassDao.Recipient::personId).distinct().toList();
        Map<UUID, String> codes = Scope.in(caller.tenantId(), Scope.Mode.WRITE, () -> {
            Map<UUID, String> made = invitations.invite(caller.tenantId(), people);
            audit.record(caller, "slips.print", className + ", " + schoolName, Integer.toString(made.size()));
            return made;
        });
        LocalDate until = invitations.codesUntil();
        List<Slip> slips = recipients.stream()
                .map(to -> {
                    String code = Objects.requireNonNull(codes.get(to.personId()));
                    String link = address + "/activation?code=" + code;
                    return new Slip(to.pupilName(), to.name(), to.child(), code, null, qr(link), until);
                })
                .toList();
        SlipSheet sheet = new SlipSheet(
                caller.tenantName(),
                schoolName,
                className,
                address.replaceFirst("^https?://", ""),
                LocalDate.now(clock),
                slips);
        StringOutput html = new StringOutput();
        view.templates().render("slips.jte", layout.coreUi(), Map.of("sheet", sheet), html);
        return Pdf.of(html.toString());
    }

    private static String qr(String text) {
        try {
            BitMatrix dots =
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 0));
            int scale = 6;
            BufferedImage image = new BufferedImage(
                    dots.getWidth() * scale, dots.getHeight() * scale, BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    image.setRGB(x, y, dots.get(x / scale, y / scale) ? 0x000000 : 0xFFFFFF);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalStateException("an address of the ENT fits into a QR code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
