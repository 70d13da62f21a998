package fr.preau.server.portal.view;

import java.util.UUID;

/**
 * Another ENT that the person's account opens; {@code part/spaces.jte} posts {@code person} to {@code /compte/espace}.
 *
 * @param personId who the person is there
 * @param tenantName the ENT's name
 * @param profile the profile there, in words: “Parent”
 * @param name the name there
 */
public record OtherSpace(UUID personId, String tenantName, String profile, String name) {}
