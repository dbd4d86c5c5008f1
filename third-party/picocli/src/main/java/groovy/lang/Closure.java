package groovy.lang;

/**
 * Stands where picocli looks for Groovy's class of this name. Without it that search opens every
 * jar of the class path at each start, to find that there is none.
 */
abstract class Closure {

  private Closure() {}
}
