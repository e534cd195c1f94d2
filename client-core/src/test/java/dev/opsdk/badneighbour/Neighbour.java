package dev.opsdk.badneighbour;

/** Another client. */
public interface Neighbour {}
