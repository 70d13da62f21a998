package fr.preau.server.portal.view;

import org.jspecify.annotations.Nullable;

/**
 * {@code activate-code.jte}: sends {@code code} by GET to {@code /activation}.
 *
 * @param code what was typed before
 * @param errorKey {@code activate.error.unknown}, {@code activate.error.used}, {@code activate.error.expired} or
 *     {@code activate.error.many} (too many tries), null if none
 */
public record ActivateCode(String code, @Nullable String errorKey) {}
