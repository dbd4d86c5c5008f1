/**
 * Plain Kubernetes objects that lie beside a landscape: the deployments of its applications. They
 * make no landscape by themselves, and no other kind is looked at.
 */
@NullMarked
package io.headgate.engine.dialect.kubernetes;

import org.jspecify.annotations.NullMarked;
