/**
 * HCL, the language of {@code .tf} files, as trees whose every part has its place: blocks with
 * attributes whose values are expressions (HCL native syntax specification). It reads what is
 * written and never computes a value.
 */
@NullMarked
package io.headgate.engine.document.hcl;

import org.jspecify.annotations.NullMarked;
