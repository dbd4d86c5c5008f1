/**
 * Edits of the text of a document that change one thing in its tree and leave every other character
 * alone: comments, order and style stay. Each edit is proved by reading the outcome again, and
 * where that does not say what was meant, there is no edit. It never writes a file, and never
 * judges.
 */
@NullMarked
package io.headgate.engine.edit;

import org.jspecify.annotations.NullMarked;
