/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.client;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import io.github.faultbook.format.ReceivedError;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

/**
 * Turns error answers of other services into exceptions. It never throws an exception
 * itself, whatever the answer is. Use it for clients that Faultbook does not configure.
 */
public final class RemoteErrorDecoder {

	private final RemoteService others;

	private final Map<String, RemoteService> groups;

	private final Map<String, RemoteService> addresses;

	private final RemoteErrorTypes types;

	private final Duration bodyTimeout;

	/**
	 * Create a decoder.
	 * @param others all services that are in none of the maps
	 * @param groups the services by the name of a group of HTTP interfaces
	 * @param addresses the services by the beginning of an address, without a slash at
	 * its end
	 * @param types the exceptions by code
	 * @param bodyTimeout the longest time to wait for a body
	 */
	RemoteErrorDecoder(RemoteService others, Map<String, RemoteService> groups, Map<String, RemoteService> addresses,
			RemoteErrorTypes types, Duration bodyTimeout) {
		this.others = others;
		this.groups = groups;
		this.addresses = addresses;
		this.types = types;
		this.bodyTimeout = bodyTimeout;
	}

	/**
	 * Decode an answer of the service that the address belongs to.
	 * @param method the method of the request
	 * @param uri the address of the request
	 * @param status the status of the response
	 * @param headers the headers of the response
	 * @param body the body, empty if there is none
	 * @return the exception to throw
	 */
	public RemoteErrorException decode(HttpMethod method, URI uri, HttpStatusCode status, HttpHeaders headers,
			byte[] body) {
		return decode(null, method, uri, status, headers, body);
	}

	RemoteErrorException decode(@Nullable String group, HttpMethod method, URI uri, HttpStatusCode status,
			HttpHeaders headers, byte[] body) {
		ReceivedError error = (body.length > 0 && body.length <= BodyBytes.MAX)
				? service(group, uri).read(BodyBytes.parseable(body, headers), headers) : null;
		byte[] kept = (body.length > BodyBytes.MAX) ? Arrays.copyOf(body, BodyBytes.MAX) : body;
		return this.types.create(new RemoteAnswer(method, uri, status, headers, kept, error));
	}

	/**
	 * Return the service that a client calls.
	 * @param group the group of HTTP interfaces that the client belongs to, or
	 * {@code null}
	 * @param uri the address of the request
	 * @return the service
	 */
	RemoteService service(@Nullable String group, URI uri) {
		RemoteService known = (group != null) ? this.groups.get(group) : null;
		return (known != null) ? known : service(uri);
	}

	/**
	 * Return how long clients wait for the body of an error.
	 * @return the time, never negative
	 */
	Duration bodyTimeout() {
		return this.bodyTimeout;
	}

	/**
	 * Return whether requests to a service are ever sent again.
	 * @return whether a service has retries
	 */
	boolean retries() {
		return Stream.concat(this.groups.values().stream(), this.addresses.values().stream())
			.anyMatch((service) -> service.retries().max() > 0);
	}

	private RemoteService service(URI uri) {
		String address = uri.toString();
		String longest = "";
		for (String beginning : this.addresses.keySet()) {
			boolean matches = address.startsWith(beginning) && (address.length() == beginning.length()
					|| "/?#".indexOf(address.charAt(beginning.length())) >= 0);
			longest = (matches && beginning.length() > longest.length()) ? beginning : longest;
		}
		return this.addresses.getOrDefault(longest, this.others);
	}

}
