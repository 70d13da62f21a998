package fr.preau.server.repository;

import fr.preau.server.plugin.PluginFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The signature of a jar, made with the JDK's own jar signing, and verified: it covers every file, nothing was changed, added
 * or taken out since. Whose certificate it is, is not judged here.
 *
 * @param certificate whose key signed
 */
public record JarSeal(X509Certificate certificate) {
    private static final String SIGNATURE = "META-INF/[^/]*\\.(RSA|DSA|EC)";
    /** What signing itself writes, and can't sign. */
    private static final String SIGNING = "META-INF/([^/]*\\.(SF|RSA|DSA|EC)|MANIFEST\\.MF)";

    private static final int RSA_BITS = 2048;
    private static final int CURVE_BITS = 224;

    /**
     * Verifies a jar whose sizes have been judged before: signing files are read into memory. Algorithms that the JDK refuses
     * for jars ({@code jdk.jar.disabledAlgorithms}) count as no signature.
     *
     * @return empty if nothing of it is signed
     * @throws PluginFailure with all faults, if a signature does not hold
     */
    public static Optional<JarSeal> read(Path jar) {
        List<String> faults = new ArrayList<>();
        Set<X509Certificate> signers = new LinkedHashSet<>();
        boolean signed = false;
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            List<JarEntry> entries = file.stream().toList();
            signed = entries.stream().anyMatch(entry -> is(entry, SIGNATURE));
            if (!signed) {
                return Optional.empty();
            }
            for (JarEntry entry : entries) {
                if (!is(entry, SIGNING) && !entry.isDirectory()) {
                    verify(file, entry, signers, faults);
                }
            }
            missing(file, faults);
        } catch (IOException | SecurityException e) {
            faults.add("la signature du jar est abîmée : " + e.getMessage());
        }
        if (signers.size() > 1) {
            faults.add("les fichiers du jar n’ont pas tous le même signataire");
        }
        signers.forEach(signer -> strength(signer.getPublicKey(), faults));
        if (faults.isEmpty() && signers.isEmpty()) {
            faults.add("la signature du jar ne couvre rien");
        }
        if (!faults.isEmpty()) {
            throw new PluginFailure(Intake.few(faults), null);
        }
        return Optional.of(new JarSeal(signers.iterator().next()));
    }

    private static boolean is(JarEntry entry, String pattern) {
        return entry.getName().toUpperCase(Locale.ROOT).matches(pattern);
    }

    private static void verify(JarFile file, JarEntry entry, Set<X509Certificate> signers, List<String> faults)
            throws IOException {
        String name = JarContents.quoted(entry.getName());
        try (InputStream in = file.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException e) {
            faults.add(name + " : modifié après la signature (" + e.getMessage() + ")");
            return;
        }
        CodeSigner[] found = entry.getCodeSigners();
        if (found == null) {
            faults.add(name + " : pas signé, ou par un procédé trop faible");
            return;
        }
        for (CodeSigner each : found) {
            if (each.getSignerCertPath().getCertificates().get(0) instanceof X509Certificate certificate) {
                signers.add(certificate);
            }
        }
    }

    /** What was signed and is no longer there: the JDK does not look for it. */
    private static void missing(JarFile file, List<String> faults) throws IOException {
        Manifest manifest = file.getManifest();
        if (manifest == null) {
            return;
        }
        manifest.getEntries().forEach((name, attributes) -> {
            if (hasDigest(attributes) && file.getEntry(name) == null) {
                faults.add(JarContents.quoted(name) + " : retiré après la signature");
            }
        });
    }

    private static boolean hasDigest(Attributes attributes) {
        return attributes.keySet().stream()
                .anyMatch(key -> key.toString().toUpperCase(Locale.ROOT).endsWith("-DIGEST"));
    }

    private static void strength(PublicKey key, List<String> faults) {
        boolean weak = key instanceof RSAKey rsa
                ? rsa.getModulus().bitLength() < RSA_BITS
                : key instanceof ECKey curve
                        ? curve.getParams().getOrder().bitLength() < CURVE_BITS
                        : key.getAlgorithm().equals("DSA");
        if (weak) {
            faults.add("la clé du signataire est trop faible ; attendu : RSA de " + RSA_BITS
                    + " bits au moins, ou une courbe elliptique");
        }
    }

    /** SHA-256 of the certificate, in lower-case hexadecimal. */
    public String fingerprint() {
        return Digests.of(certificate);
    }

    /** Whose it says to be. */
    public String holder() {
        return certificate.getSubjectX500Principal().getName();
    }
}
