package fr.preau.server.audit;

import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Verifies a tenant's journal, line by line from the oldest that is kept. Thread-safe. */
@Singleton
public final class AuditChain {
    private static final int AT_ONCE = 1_000;
    private static final AuditDao.Head EMPTY = new AuditDao.Head(0, new byte[32], 0, new byte[32], 0);

    private final AuditDao dao;

    @Inject
    AuditChain(Database database) {
        this.dao = database.core().dao(AuditDao.class);
    }

    /** What came of it: how many lines fit, and the number of the first that does not: altered, or missing. */
    public record Verdict(long lines, OptionalLong firstBroken) {
        /** Whether all lines are there, as they were written. */
        public boolean intact() {
            return firstBroken.isEmpty();
        }
    }

    /** Verifies all lines that are kept. Takes as long as there are many; lines that are added meanwhile don't count. */
    public Verdict verify(int tenantId) {
        return Scope.in(tenantId, Mode.READ, () -> {
            while (true) {
                AuditDao.Head head = dao.head().orElse(EMPTY);
                Verdict verdict = verify(head);
                long last = dao.last().orElse(0L);
                AuditDao.Head now = dao.head().orElse(EMPTY);
                if (verdict.intact() && last > now.seq()) {
                    return broken(head, now.seq() + 1);
                }
                // What was forgotten meanwhile is not missing.
                if (verdict.intact() || now.forgottenSeq() == head.forgottenSeq()) {
                    return verdict;
                }
            }
        });
    }

    private Verdict verify(AuditDao.Head head) {
        long seq = head.forgottenSeq();
        byte[] hash = head.forgottenHash();
        // Also what stands before the beginning, or after the end, was put there.
        List<Line> lines = dao.after(0, AT_ONCE);
        while (!lines.isEmpty() && seq < head.seq()) {
            for (Line line : lines) {
                if (seq == head.seq()) {
                    break;
                }
                if (!line.follows(seq, hash)) {
                    return broken(head, Math.min(line.seq(), seq + 1));
                }
                seq = line.seq();
                hash = line.hash();
            }
            lines = dao.after(seq, AT_ONCE);
        }
        boolean ends = seq == head.seq() && Arrays.equals(hash, head.hash());
        return ends
                ? new Verdict(seq - head.forgottenSeq(), OptionalLong.empty())
                : broken(head, seq < head.seq() ? seq + 1 : seq);
    }

    private static Verdict broken(AuditDao.Head head, long seq) {
        return new Verdict(Math.max(0, seq - 1 - head.forgottenSeq()), OptionalLong.of(seq));
    }
}
