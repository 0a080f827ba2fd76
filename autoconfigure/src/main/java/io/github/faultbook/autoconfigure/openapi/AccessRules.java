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

import org.springframework.aop.Pointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.method.AuthorizationAdvisor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
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

	private final AccessStack stack;

	private final ObjectProvider<AuthorizationAdvisor> advisors;

	private final ExceptionHandlers handlers;

	AccessRules(AccessStack stack, ObjectProvider<AuthorizationAdvisor> advisors, ExceptionHandlers handlers) {
		this.stack = stack;
		this.advisors = advisors;
		this.handlers = handlers;
	}

	/**
	 * Return whether Spring Security decides about requests at all.
	 * @return whether it has filter chains
	 */
	boolean areInForce() {
		return this.stack.isInForce();
	}

	/**
	 * Return the errors with which a request can be rejected.
	 * @param request the request
	 * @param operations the methods that the request can reach
	 * @return the errors, empty if everybody may send the request
	 */
	Set<CommonError> errors(ErrorRequest request, List<HandlerMethod> operations) {
		Set<CommonError> errors = new LinkedHashSet<>();
		AccessStack.Chain chain = this.stack.chainFor(request);
		if (chain != null) {
			addErrors(chain, errors);
		}
		if (operations.stream().anyMatch(this::isSecured)) {
			errors.add(CommonError.AUTHENTICATION_REQUIRED);
			errors.add(CommonError.PERMISSION_DENIED);
		}
		return errors;
	}

	private static void addErrors(AccessStack.Chain chain, Set<CommonError> errors) {
		if (!chain.allows(NOBODY)) {
			errors.add(CommonError.AUTHENTICATION_REQUIRED);
			if (chain.readsBearerTokens()) {
				errors.add(CommonError.INVALID_TOKEN);
			}
		}
		if (!chain.allows(SOMEBODY) || chain.asksForCsrfToken()) {
			errors.add(CommonError.PERMISSION_DENIED);
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
