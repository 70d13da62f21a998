package fr.preau.server.portal.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code slips.jte}: the activation slips of a class, to print, cut out and hand over. XHTML with CSS 2 for a PDF.
 *
 * @param tenantName name of the ENT
 * @param schoolName name of the school
 * @param className the class's label
 * @param address the ENT's address, as one types it: {@code ent.saint-preau.example}
 * @param printed the day of printing
 * @param slips one a person, in the order of handing over
 */
public record SlipSheet(
        String tenantName, String schoolName, String className, String address, LocalDate printed, List<Slip> slips) {

    /** Slips on one page. */
    private static final int A_PAGE = 3;

    /** The slips, page by page. */
    public List<List<Slip>> pages() {
        List<List<Slip>> pages = new ArrayList<>();
        for (int from = 0; from < slips.size(); from += A_PAGE) {
            pages.add(slips.subList(from, Math.min(from + A_PAGE, slips.size())));
        }
        return pages;
    }

    /**
     * One slip.
     *
     * @param pupilName the pupil through whom the slip is handed over, and whose class it is
     * @param recipient for whom the account is: the pupil, or a guardian
     * @param child whether the account is the pupil's own: the slip then says “tu”
     * @param code the code without spaces
     * @param login the login suggested, null if the person chooses it
     * @param qr the QR code of the activation page with this code, as {@code data:image/png;base64,…}
     * @param until the last day on which the code works
     */
    public record Slip(
            String pupilName,
            String recipient,
            boolean child,
            String code,
            @Nullable String login,
            String qr,
            LocalDate until) {

        /** The code in groups of four, to be read aloud and typed without a mistake. */
        public List<String> groups() {
            return CodeGroups.of(code);
        }
    }
}
