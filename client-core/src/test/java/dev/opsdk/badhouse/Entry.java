package dev.opsdk.badhouse;

import dev.opsdk.badhouse.internal.Wire;
import dev.opsdk.badneighbour.Neighbour;
import java.util.List;
import okhttp3.Request;

/** Breaks the rules of a root package. */
public interface Entry extends Neighbour {
    List<Request> request();

    Wire wire();
}
