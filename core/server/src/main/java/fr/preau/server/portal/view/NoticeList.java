package fr.preau.server.portal.view;

import fr.preau.server.notice.Notice;
import java.time.LocalDate;
import java.util.List;

/**
 * {@code notices.jte}: what a person was told.
 *
 * @param notices those of this page, newest first
 * @param page which page, from 1
 * @param more whether there are older ones
 * @param today today, to say what is late
 */
public record NoticeList(List<Notice> notices, int page, boolean more, LocalDate today) {
    /** Whether something is late. */
    public boolean late(Notice notice) {
        LocalDate due = notice.due();
        return notice.unread() && due != null && due.isBefore(today);
    }
}
