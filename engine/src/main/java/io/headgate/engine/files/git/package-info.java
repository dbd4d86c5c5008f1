/**
 * Files as Git keeps them: those of a commit, or those of the index. It asks {@code git} itself, a
 * process for each question and none before somebody asks; it writes nothing, reaches for no
 * network, and never takes a word of the user for an option.
 */
@NullMarked
package io.headgate.engine.files.git;

import org.jspecify.annotations.NullMarked;
