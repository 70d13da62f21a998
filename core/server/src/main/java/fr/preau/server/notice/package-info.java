/** Notices: what a person should know or do, kept until they have read it. Decision record 0009 says who is told what and when. */
@NullMarked
package fr.preau.server.notice;

import org.jspecify.annotations.NullMarked;
