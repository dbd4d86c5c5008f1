/**
 * The landscape that {@code lenses-cli export} writes, in all its generations. Classified by
 * folder, identity from the document's own name. It never guesses what an export does not say.
 */
@NullMarked
package io.headgate.engine.dialect.lenses;

import org.jspecify.annotations.NullMarked;
