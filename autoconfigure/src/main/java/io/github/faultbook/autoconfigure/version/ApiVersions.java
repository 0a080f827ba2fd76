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

package io.github.faultbook.autoconfigure.version;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation.In;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an API that an application with Spring's versioning offers. Versions
 * are written as the application writes them.
 *
 * @param <R> the type of requests
 */
public final class ApiVersions<R> {

	private final ApiVersionStack<R> stack;

	private final List<String> configured;

	private final ApiVersionPlaces<R> places;

	/**
	 * Create an instance.
	 * @param stack the web stack of the application
	 * @param configured the versions in the configuration
	 */
	public ApiVersions(ApiVersionStack<R> stack, List<String> configured) {
		this.stack = stack;
		this.configured = configured;
		this.places = ApiVersionPlaces.of(stack);
	}

	/**
	 * Return the request of the web stack.
	 * @param request the description of the request
	 * @return the request, or {@code null} if it did not reach the web stack
	 */
	@Nullable R unwrap(ErrorRequest request) {
		return request.unwrap(this.stack.requestType());
	}

	/**
	 * Find the input that carries the version of a request.
	 * @param request the request
	 * @return the input, or the one that should carry it if none does; {@code null} if it
	 * is not known
	 */
	@Nullable Place placeIn(R request) {
		return this.places.find(request);
	}

	/**
	 * Return whether a request is for a version, which need not be supported.
	 * @param request the request
	 * @param version the version
	 * @return whether the request has the version, or none and the version is the default
	 */
	boolean isFor(R request, String version) {
		try {
			String sent = this.stack.resolve(this.stack.strategy(), request, ApiVersionStack.Reads.none());
			Comparable<?> requested = (sent != null) ? this.stack.parse(sent) : this.stack.defaultVersion();
			return this.stack.parse(version).equals(requested);
		}
		catch (RuntimeException ex) {
			// There is no version, or it is malformed
			return false;
		}
	}

	boolean isWellFormed(@Nullable String version) {
		return version != null && parse(version) != null;
	}

	private @Nullable Comparable<?> parse(String version) {
		try {
			return this.stack.parse(version);
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	/**
	 * Return the versions that the application supports.
	 * @param request the request
	 * @return the versions in order, may be empty
	 */
	List<String> supported(R request) {
		return List.copyOf(supportedByValue(request).values());
	}

	private NavigableMap<Comparable<Object>, String> supportedByValue(R request) {
		NavigableMap<Comparable<Object>, String> supported = new TreeMap<>();
		this.configured.forEach((version) -> add(supported, version, request));
		for (ApiVersionStack.Handler<R> handler : this.stack.handlers()) {
			if (handler.version() != null) {
				add(supported, handler.version(), request);
			}
		}
		this.places.declaredVersions().forEach((version) -> add(supported, version, request));
		return supported;
	}

	private void add(Map<Comparable<Object>, String> supported, String version, R request) {
		Comparable<?> value = parse(version);
		if (value != null && isSupported(value, request)) {
			supported.putIfAbsent(comparable(value), version);
		}
	}

	private boolean isSupported(Comparable<?> version, R request) {
		try {
			this.stack.validate(version, request);
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	/**
	 * Return the supported versions that the handlers of a request accept. As in Spring,
	 * the handler with the highest version up to that of the request counts.
	 * @param request the request, whose version is not accepted
	 * @return the versions in order, may be empty
	 */
	List<String> acceptedBy(R request) {
		NavigableMap<Comparable<Object>, Boolean> baselines = new TreeMap<>();
		for (ApiVersionStack.Handler<R> handler : this.stack.handlers()) {
			Comparable<?> version = (handler.version() != null) ? parse(handler.version()) : null;
			if (version != null && handler.matcher().test(request)) {
				baselines.merge(comparable(version), handler.baseline(), Boolean::logicalOr);
			}
		}
		return supportedByValue(request).entrySet().stream().filter((version) -> {
			Map.Entry<Comparable<Object>, Boolean> handler = baselines.floorEntry(version.getKey());
			return handler != null && (handler.getValue() || handler.getKey().equals(version.getKey()));
		}).map(Map.Entry::getValue).toList();
	}

	@SuppressWarnings("unchecked")
	private static Comparable<Object> comparable(Comparable<?> version) {
		return (Comparable<Object>) version;
	}

	/**
	 * The input that carries the version.
	 *
	 * @param in the part of the request
	 * @param path the path in that part
	 * @param present whether the request has a version there
	 */
	record Place(In in, List<Object> path, boolean present) {

		static Place of(In in, boolean present, Object... path) {
			return new Place(in, List.of(path), present);
		}

	}

}
