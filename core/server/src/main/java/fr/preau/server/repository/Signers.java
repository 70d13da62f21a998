package fr.preau.server.repository;

import fr.preau.server.Config;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.plugin.PluginFailure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates whose signature counts on this server. Each is named by its operator: no authority is believed, a
 * certificate of anybody else counts as none. Thread-safe.
 */
@Singleton
public final class Signers {
    private static final Logger log = LoggerFactory.getLogger(Signers.class);

    private final SignerDao dao;
    private final boolean development;
    private final Clock clock;

    @Inject
    Signers(Database database, Config config, Clock clock) {
        this.dao = database.core().dao(SignerDao.class);
        this.development = config.development();
        this.clock = clock;
    }

    /** All that ever counted; those that do first. One round trip. */
    public List<Signer> list() {
        return Scope.in(0, Mode.READ, dao::list);
    }

    /** Lets a certificate count from now on. */
    public void add(String fingerprint, String name) {
        Scope.run(0, Mode.WRITE, () -> dao.add(fingerprint, name));
        log.info("signer {} ({}) counts", name, fingerprint);
    }

    /** What it signs from now on is refused; what is installed stays. False if it did not count. */
    public boolean remove(String fingerprint) {
        boolean removed = Scope.in(0, Mode.WRITE, () -> dao.remove(fingerprint) > 0);
        if (removed) {
            log.info("signer {} counts no longer", fingerprint);
        }
        return removed;
    }

    /**
     * The certificate in a file: a certificate (PEM or DER), or a jar that it signed.
     *
     * @throws PluginFailure if there is none
     */
    public X509Certificate certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            if (file.toString().endsWith(".jar")) {
                return JarSeal.read(file)
                        .orElseThrow(() -> new PluginFailure(List.of(file + " n’est pas signé"), null))
                        .certificate();
            }
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new PluginFailure(file + " ne contient pas de certificat lisible", e);
        }
    }

    /**
     * Who signed, if they count here.
     *
     * @param what the file, for the message
     * @return null only in development, if nobody known signed
     * @throws PluginFailure if nobody who counts signed it, or the certificate is not valid today
     */
    public @Nullable Signer require(Optional<JarSeal> seal, String what) {
        Signer known = seal.map(JarSeal::fingerprint)
                .flatMap(fingerprint -> list().stream()
                        .filter(signer -> signer.fingerprint().equals(fingerprint))
                        .findFirst())
                .orElse(null);
        if (known == null || known.removedAt() != null) {
            if (development) {
                log.warn("{}: taken without a known signature, since this server is for development", what);
                return null;
            }
            throw new PluginFailure(List.of(unknown(seal, known, what)), null);
        }
        dates(seal.orElseThrow().certificate(), known, what);
        return known;
    }

    private static String unknown(Optional<JarSeal> seal, @Nullable Signer removed, String what) {
        if (seal.isEmpty()) {
            return what + " n’est pas signé ; seul un serveur de développement (PREAU_DEVELOPMENT=oui) l’accepte";
        }
        if (removed != null) {
            return what + " est signé par " + removed.name() + ", dont la signature ne compte plus ici";
        }
        return what + " est signé par " + seal.get().holder() + ", que ce serveur ne connaît pas ; empreinte "
                + seal.get().fingerprint() + " (preau signer add)";
    }

    private void dates(X509Certificate certificate, Signer signer, String what) {
        Instant now = clock.instant();
        if (now.isBefore(certificate.getNotBefore().toInstant())
                || now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new PluginFailure(
                    List.of(what + " : le certificat de " + signer.name() + " n’est pas valable aujourd’hui (du "
                            + day(certificate.getNotBefore()) + " au " + day(certificate.getNotAfter()) + ")"),
                    null);
        }
    }

    private static String day(java.util.Date date) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy", java.util.Locale.FRENCH)
                .format(date.toInstant().atZone(Database.ZONE));
    }
}
