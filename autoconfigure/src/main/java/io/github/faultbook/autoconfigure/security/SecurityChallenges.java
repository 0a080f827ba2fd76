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

package io.github.faultbook.autoconfigure.security;

import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;

/**
 * Finds the challenges for requests that are rejected with 401 by other code than the
 * entry points of Spring Security. Each such response must have a challenge (RFC 9110,
 * section 15.5.2).
 */
final class SecurityChallenges {

	private static final String ASKED = SecurityChallenges.class.getName() + ".asked";

	private static final Log logger = LogFactory.getLog(SecurityChallenges.class);

	private final Supplier<Stream<SecurityFilterChain>> chains;

	/**
	 * Create an instance.
	 * @param chains the filter chains of the application in order, supplied lazily
	 */
	SecurityChallenges(Supplier<Stream<SecurityFilterChain>> chains) {
		this.chains = chains;
	}

	/**
	 * Find the challenges for a request. The first chain that is responsible for the
	 * request decides or, if there is none, the first chain that has a challenge.
	 * @param request the request
	 * @param exception why the request is rejected
	 * @return the values of {@code WWW-Authenticate}, empty if the application has none
	 */
	List<String> find(HttpServletRequest request, AuthenticationException exception) {
		if (request.getAttribute(ASKED) != null) {
			// An entry point that passes the exception on to Spring MVC
			return List.of();
		}
		request.setAttribute(ASKED, true);
		try {
			return ask(request, exception);
		}
		finally {
			request.removeAttribute(ASKED);
		}
	}

	private List<String> ask(HttpServletRequest request, AuthenticationException exception) {
		List<SecurityFilterChain> all = this.chains.get().toList();
		List<SecurityFilterChain> responsible = all.stream()
			.filter((chain) -> chain.matches(request))
			.limit(1)
			.toList();
		return (responsible.isEmpty() ? all : responsible).stream()
			.flatMap((chain) -> chain.getFilters().stream())
			.filter(ExceptionTranslationFilter.class::isInstance)
			.map((filter) -> challenges((ExceptionTranslationFilter) filter, request, exception))
			.filter((challenges) -> !challenges.isEmpty())
			.findFirst()
			.orElseGet(List::of);
	}

	/**
	 * Let an entry point of Spring Security send its response to nowhere. An entry point
	 * of the application is not asked, as it may do more than send a response.
	 * @param filter the filter with the entry point
	 * @param request the request
	 * @param exception why the request is rejected
	 * @return the challenges that the response would have
	 */
	private static List<String> challenges(ExceptionTranslationFilter filter, HttpServletRequest request,
			AuthenticationException exception) {
		List<String> challenges = new ArrayList<>();
		AuthenticationEntryPoint entryPoint = filter.getAuthenticationEntryPoint();
		if (!entryPoint.getClass().getName().startsWith("org.springframework.security.")) {
			return challenges;
		}
		try {
			entryPoint.commence(request, record(challenges), exception);
		}
		catch (Exception ex) {
			logger.debug("An entry point cannot be asked for its challenge", ex);
		}
		return challenges;
	}

	private static HttpServletResponse record(List<String> challenges) {
		return (HttpServletResponse) Proxy.newProxyInstance(SecurityChallenges.class.getClassLoader(),
				new Class<?>[] { HttpServletResponse.class }, (proxy, method, arguments) -> {
					boolean header = method.getName().equals("setHeader") || method.getName().equals("addHeader");
					if (header && HttpHeaders.WWW_AUTHENTICATE.equalsIgnoreCase(String.valueOf(arguments[0]))) {
						challenges.add(String.valueOf(arguments[1]));
					}
					return valueOf(method.getReturnType());
				});
	}

	private static @Nullable Object valueOf(Class<?> type) {
		if (type == boolean.class) {
			return false;
		}
		if (type == int.class) {
			return HttpServletResponse.SC_OK;
		}
		return (type == PrintWriter.class) ? new PrintWriter(Writer.nullWriter()) : null;
	}

}
