/**
 * The evening garderie, run by the town in the school. Families book evenings for their children and say what the team must know.
 * The team, to whom a role is given for a school and for its hours, sees this evening's list and nothing else; each reading of a
 * child's health note leaves a line in the ENT's log.
 */
@NullMarked
package fr.preau.plugins.garderie;

import org.jspecify.annotations.NullMarked;
