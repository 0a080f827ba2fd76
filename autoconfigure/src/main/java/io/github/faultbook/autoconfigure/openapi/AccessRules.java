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

package io.github.faultbook.autoconfigure.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/**
 * Asks the filter chains of Spring Security who may send a request: only they know which
 * paths are open.
 */
final class AccessRules {

	private static final Authentication NOBODY = new AnonymousAuthenticationToken("example", "example",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private static final Authentication SOMEBODY = UsernamePasswordAuthenticationToken.authenticated("example", "",
			AuthorityUtils.NO_AUTHORITIES);

	private static final Set<String> READING_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private final ObjectProvider<WebInvocationPrivilegeEvaluator> evaluators;

	private final ObjectProvider<FilterChainProxy> chains;

	private final String contextPath;

	AccessRules(ObjectProvider<WebInvocationPrivilegeEvaluator> evaluators, ObjectProvider<FilterChainProxy> chains,
			String contextPath) {
		this.evaluators = evaluators;
		this.chains = chains;
		this.contextPath = contextPath;
	}

	/**
	 * Return how the chains turn senders of a request away.
	 * @param request the request
	 * @return the errors, none if everybody may send it
	 */
	List<CommonError> errors(ErrorRequest request) {
		List<CommonError> errors = new ArrayList<>();
		if (!isAllowed(request, NOBODY)) {
			errors.add(CommonError.AUTHENTICATION_REQUIRED);
			if (hasFilter(request, "BearerTokenAuthenticationFilter")) {
				errors.add(CommonError.INVALID_TOKEN);
			}
		}
		boolean needsToken = !READING_METHODS.contains(request.method()) && hasFilter(request, "CsrfFilter");
		if (needsToken || !isAllowed(request, SOMEBODY)) {
			errors.add(CommonError.PERMISSION_DENIED);
		}
		return errors;
	}

	private boolean hasFilter(ErrorRequest request, String name) {
		FilterChainProxy proxy = this.chains.getIfAvailable();
		List<Filter> filters = (proxy != null) ? proxy.getFilters(pathOf(request)) : null;
		return filters != null && filters.stream().anyMatch((filter) -> filter.getClass().getSimpleName().equals(name));
	}

	private String pathOf(ErrorRequest request) {
		return request.path().substring(this.contextPath.length());
	}

	private boolean isAllowed(ErrorRequest request, Authentication sender) {
		String path = pathOf(request);
		try {
			return this.evaluators.orderedStream()
				.allMatch((evaluator) -> evaluator.isAllowed(this.contextPath, path, request.method(), sender));
		}
		catch (RuntimeException ex) {
			// A rule that looks at more of a request than there is
			return false;
		}
	}

}
