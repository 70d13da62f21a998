package fr.preau.server.portal.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code activate-code.jte}: sends {@code code} by GET to {@code /activation}.
 *
 * @param code what was typed before
 * @param errorKey {@link fr.preau.server.account.CodeRefused#key()}, null if none
 */
public record ActivateCode(String code, @Nullable String errorKey) {}
