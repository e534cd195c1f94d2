package dev.opsdk.badhouse.internal;

import dev.opsdk.badhouse.Entry;
import retrofit2.Call;
import retrofit2.http.GET;

/** Knows the client, and does not say what it does. */
public interface Wire {
    @GET("x")
    Call<Entry> get();
}
