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

package io.github.faultbook.autoconfigure.servlet;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.github.faultbook.Violation.In;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.accept.ApiVersionStrategy;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.condition.VersionRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The versions of an API that an application with Spring's versioning offers. Versions
 * are written as the application writes them.
 */
final class ApiVersions {

	private final RequestMappingHandlerMapping handlers;

	private final ApiVersionStrategy strategy;

	private final List<String> configured;

	private final ApiVersionPlaces places;

	/**
	 * Create an instance.
	 * @param handlers the handlers of the application
	 * @param strategy the strategy of the application
	 * @param configured the versions in the configuration
	 */
	ApiVersions(RequestMappingHandlerMapping handlers, ApiVersionStrategy strategy, List<String> configured) {
		this.handlers = handlers;
		this.strategy = strategy;
		this.configured = configured;
		this.places = ApiVersionPlaces.of(strategy);
	}

	/**
	 * Find the input that carries the version of a request.
	 * @param request the request
	 * @return the input, or the one that should carry it if none does; {@code null} if it
	 * is not known
	 */
	@Nullable Place placeIn(HttpServletRequest request) {
		return this.places.find(request, this.handlers.getHandlerMethods().keySet());
	}

	boolean isWellFormed(@Nullable String version) {
		return version != null && parse(version) != null;
	}

	private @Nullable Comparable<?> parse(String version) {
		try {
			return this.strategy.parseVersion(version);
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
	List<String> supported(HttpServletRequest request) {
		return List.copyOf(supportedByValue(request).values());
	}

	private NavigableMap<Comparable<Object>, String> supportedByValue(HttpServletRequest request) {
		NavigableMap<Comparable<Object>, String> supported = new TreeMap<>();
		this.configured.forEach((version) -> add(supported, version, request));
		for (RequestMappingInfo info : this.handlers.getHandlerMethods().keySet()) {
			String version = info.getVersionCondition().getVersion();
			if (version != null) {
				add(supported, version, request);
			}
		}
		this.places.declaredVersions().forEach((version) -> add(supported, version, request));
		return supported;
	}

	private void add(Map<Comparable<Object>, String> supported, String version, HttpServletRequest request) {
		Comparable<?> value = parse(version);
		if (value != null && isSupported(value, request)) {
			supported.putIfAbsent(comparable(value), version);
		}
	}

	private boolean isSupported(Comparable<?> version, HttpServletRequest request) {
		try {
			this.strategy.validateVersion(version, request);
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	/**
	 * Return the supported versions that the handlers of a request accept. As in Spring
	 * MVC, the handler with the highest version up to that of the request counts.
	 * @param request the request, whose version is not accepted
	 * @return the versions in order, may be empty
	 */
	List<String> acceptedBy(HttpServletRequest request) {
		NavigableMap<Comparable<Object>, Boolean> baselines = new TreeMap<>();
		for (RequestMappingInfo info : this.handlers.getHandlerMethods().keySet()) {
			VersionRequestCondition condition = info.getVersionCondition();
			Comparable<?> version = (condition.getVersion() != null) ? parse(condition.getVersion()) : null;
			if (version != null && matches(info, request)) {
				baselines.merge(comparable(version), condition.toString().endsWith("+]"), Boolean::logicalOr);
			}
		}
		return supportedByValue(request).entrySet().stream().filter((version) -> {
			Map.Entry<Comparable<Object>, Boolean> handler = baselines.floorEntry(version.getKey());
			return handler != null && (handler.getValue() || handler.getKey().equals(version.getKey()));
		}).map(Map.Entry::getValue).toList();
	}

	static boolean matches(RequestMappingInfo info, HttpServletRequest request) {
		PathPatternsRequestCondition patterns = info.getPathPatternsCondition();
		return patterns != null && patterns.getMatchingCondition(request) != null
				&& info.getMethodsCondition().getMatchingCondition(request) != null;
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
