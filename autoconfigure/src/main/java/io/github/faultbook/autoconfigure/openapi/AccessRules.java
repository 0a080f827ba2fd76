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

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.aop.Pointcut;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.method.AuthorizationAdvisor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.FilterInvocation;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.PathPatternRequestTransformer;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.HandlerMethod;

/**
 * Asks Spring Security who may send a request, as only its filter chains and its method
 * security know which operations are open.
 */
final class AccessRules {

	private static final Authentication NOBODY = new AnonymousAuthenticationToken("example", "example",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private static final Authentication SOMEBODY = UsernamePasswordAuthenticationToken.authenticated("example", "",
			AuthorityUtils.NO_AUTHORITIES);

	private static final Set<String> RESTRICTIONS = Set.of("org.springframework.security.access.prepost.PreAuthorize",
			"org.springframework.security.access.prepost.PostAuthorize",
			"org.springframework.security.access.annotation.Secured", "jakarta.annotation.security.RolesAllowed",
			"jakarta.annotation.security.DenyAll");

	private static final String PERMISSION = "jakarta.annotation.security.PermitAll";

	private static final Set<Object> FOR_EVERYBODY = Set.of("permitAll", "permitAll()");

	private final ObjectProvider<FilterChainProxy> chains;

	private final ObjectProvider<AuthorizationAdvisor> advisors;

	private final ExceptionHandlers handlers;

	private final String contextPath;

	AccessRules(ObjectProvider<FilterChainProxy> chains, ObjectProvider<AuthorizationAdvisor> advisors,
			ExceptionHandlers handlers, String contextPath) {
		this.chains = chains;
		this.advisors = advisors;
		this.handlers = handlers;
		this.contextPath = contextPath;
	}

	/**
	 * Return whether Spring Security decides about requests at all.
	 * @return whether it has filter chains
	 */
	boolean areInForce() {
		return this.chains.stream().findAny().isPresent();
	}

	/**
	 * Return the errors with which a request can be rejected.
	 * @param request the request
	 * @param operations the methods that the request can reach
	 * @return the errors, empty if everybody may send the request
	 */
	Set<CommonError> errors(ErrorRequest request, List<HandlerMethod> operations) {
		Set<CommonError> errors = new LinkedHashSet<>();
		HttpServletRequest example = example(request);
		List<Filter> filters = filters(example);
		if (!isAllowed(filters, example, NOBODY)) {
			errors.add(CommonError.AUTHENTICATION_REQUIRED);
			if (filters.stream().anyMatch(AccessRules::readsBearerTokens)) {
				errors.add(CommonError.INVALID_TOKEN);
			}
		}
		if (!isAllowed(filters, example, SOMEBODY)
				|| filters.stream().anyMatch((filter) -> asksForCsrfToken(filter, example))) {
			errors.add(CommonError.PERMISSION_DENIED);
		}
		if (operations.stream().anyMatch(this::isSecured)) {
			errors.add(CommonError.AUTHENTICATION_REQUIRED);
			errors.add(CommonError.PERMISSION_DENIED);
		}
		return errors;
	}

	private HttpServletRequest example(ErrorRequest request) {
		String path = request.path().substring(this.contextPath.length());
		HttpServletRequest example = new FilterInvocation(this.contextPath, path, request.method()).getRequest();
		return new PathPatternRequestTransformer().transform(example);
	}

	private List<Filter> filters(HttpServletRequest request) {
		try {
			return this.chains.stream()
				.flatMap((proxy) -> proxy.getFilterChains().stream())
				.filter((chain) -> chain.matches(request))
				.findFirst()
				.map(SecurityFilterChain::getFilters)
				.orElse(List.of());
		}
		catch (RuntimeException ex) {
			// The matcher needs more of a request than is available here
			return List.of();
		}
	}

	private static boolean isAllowed(List<Filter> filters, HttpServletRequest request, Authentication sender) {
		try {
			return filters.stream().filter(AuthorizationFilter.class::isInstance).allMatch((filter) -> {
				AuthorizationResult result = ((AuthorizationFilter) filter).getAuthorizationManager()
					.authorize(() -> sender, request);
				return result == null || result.isGranted();
			});
		}
		catch (RuntimeException ex) {
			// The rule needs more of a request than is available here
			return false;
		}
	}

	private static boolean readsBearerTokens(Filter filter) {
		return filter.getClass().getSimpleName().equals("BearerTokenAuthenticationFilter");
	}

	private static boolean asksForCsrfToken(Filter filter, HttpServletRequest request) {
		if (!(filter instanceof CsrfFilter)) {
			return false;
		}
		try {
			// The filter does not expose which requests it lets pass
			Object matcher = new DirectFieldAccessor(filter).getPropertyValue("requireCsrfProtectionMatcher");
			return !(matcher instanceof RequestMatcher asks) || asks.matches(request);
		}
		catch (RuntimeException ex) {
			return true;
		}
	}

	private boolean isSecured(HandlerMethod operation) {
		return restricts(operation) && this.advisors.stream()
			.anyMatch((advisor) -> matches(advisor.getPointcut(), operation.getMethod(), operation.getBeanType()))
				&& !this.handlers.take(operation.getBeanType(), AuthorizationDeniedException.class);
	}

	/**
	 * Return whether an operation is restricted by method security. Annotations of the
	 * method replace annotations of the class.
	 * @param operation the operation
	 * @return whether the operation is restricted, rather than permitted for everybody
	 */
	private static boolean restricts(HandlerMethod operation) {
		List<MergedAnnotation<Annotation>> annotations = securityOf(operation.getMethod());
		return (!annotations.isEmpty() ? annotations : securityOf(operation.getBeanType())).stream()
			.anyMatch((annotation) -> RESTRICTIONS.contains(annotation.getType().getName())
					&& annotation.getValue("value").filter(FOR_EVERYBODY::contains).isEmpty());
	}

	private static List<MergedAnnotation<Annotation>> securityOf(AnnotatedElement element) {
		return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY)
			.stream()
			.filter((annotation) -> annotation.getType().getName().equals(PERMISSION)
					|| RESTRICTIONS.contains(annotation.getType().getName()))
			.toList();
	}

	private static boolean matches(Pointcut pointcut, Method method, Class<?> type) {
		return pointcut.getClassFilter().matches(type) && pointcut.getMethodMatcher().matches(method, type);
	}

}
