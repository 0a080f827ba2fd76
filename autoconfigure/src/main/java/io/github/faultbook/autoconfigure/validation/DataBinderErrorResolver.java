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

package io.github.faultbook.autoconfigure.validation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.input.ApplicationCauses;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.input.StackFrames;
import io.github.faultbook.autoconfigure.input.SubmittedParameters;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.NotWritablePropertyException;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.web.method.HandlerMethod;

/**
 * {@link ErrorResolver} for failures that Spring's data binder does not report as field
 * errors: constructors of model attributes that reject their arguments, and invalid names
 * of parameters, such as names with an index beyond the limit. The binder only processes
 * input of clients, so these are client errors.
 */
final class DataBinderErrorResolver implements ErrorResolver {

	private static final String BINDER = DataBinder.class.getName();

	private static final List<String> CALLED_BY_BINDER = List.of("java.", "jdk.", "org.springframework.beans.",
			"org.springframework.core.", "org.springframework.util.", "org.springframework.validation.");

	private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}_$]+");

	private static final Pattern KEY = Pattern.compile("\\[([^\\]]*)\\]");

	/**
	 * The binder's default for the maximum number of elements that it creates for a name.
	 */
	private static final int MAX_INDEX = DataBinder.DEFAULT_AUTO_GROW_COLLECTION_LIMIT;

	private final InputViolations inputs;

	private final ApplicationCauses causes;

	DataBinderErrorResolver(InputViolations inputs, ApplicationCauses causes) {
		this.inputs = inputs;
		this.causes = causes;
	}

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		boolean candidate = exception instanceof BeanInstantiationException
				|| exception instanceof InvalidPropertyException || exception instanceof NumberFormatException
				|| exception instanceof IndexOutOfBoundsException || isForMissingObject(exception);
		// The application may throw the same classes elsewhere
		if (!candidate || !StackFrames.areOf(exception, BINDER::equals, CALLED_BY_BINDER)) {
			return null;
		}
		ApiError own = this.causes.resolve(exception, request);
		if (own != null) {
			return own;
		}
		if (exception instanceof BeanInstantiationException refused) {
			return refused(refused, request);
		}
		if (exception instanceof IllegalStateException) {
			return ApiError.of(CommonError.INVALID_REQUEST);
		}
		return ApiError.builder(CommonError.INVALID_REQUEST).violations(violations(exception, request)).build();
	}

	/**
	 * Return whether the binder could not create an object from its arguments. Functional
	 * endpoints try to bind it nevertheless, so which arguments are invalid is lost.
	 * @param exception the exception
	 * @return whether there is no object to bind
	 */
	private static boolean isForMissingObject(Throwable exception) {
		return exception instanceof IllegalStateException
				&& StackFrames.contain(exception, 1, BeanPropertyBindingResult.class, null);
	}

	private @Nullable ApiError refused(BeanInstantiationException exception, ErrorRequest request) {
		if (!(exception.getCause() instanceof RuntimeException refusal) || isNotCallable(exception)) {
			return null;
		}
		Class<?> type = exception.getBeanClass();
		Set<List<Object>> sent = ConstructorArguments.sentBy(SubmittedParameters.namesIn(request));
		List<List<Object>> refused = InputOrigins.modelsOf(request.unwrap(HandlerMethod.class))
			.stream()
			.flatMap((model) -> ConstructorArguments.find(model, type.getName(), sent).stream())
			.toList();
		List<String> arguments = ConstructorArguments.namesOf(type);
		Set<String> words = WORDS.splitAsStream(String.valueOf(refusal.getMessage())).collect(Collectors.toSet());
		List<List<Object>> missing = refused.stream()
			.map((object) -> pathsOf(arguments, object).filter((path) -> !sent.contains(path)).toList())
			.map((paths) -> missing(paths, words, refusal))
			.filter(Objects::nonNull)
			.toList();
		In in = InputOrigins.formOf(request);
		Violation violation = (missing.size() == 1) ? this.inputs.required(in, missing.get(0), request.locale())
				: this.inputs.invalid(in, common(refused), request.locale());
		return ApiError.builder(CommonError.INVALID_REQUEST).violations(List.of(violation)).build();
	}

	/**
	 * Return the path of what contains all of the objects that may have been refused.
	 * @param paths the paths of the objects
	 * @return the beginning that the paths have in common
	 */
	private static List<Object> common(List<List<Object>> paths) {
		return paths.stream().reduce((first, second) -> {
			int length = 0;
			while (length < Math.min(first.size(), second.size()) && first.get(length).equals(second.get(length))) {
				length++;
			}
			return first.subList(0, length);
		}).orElse(List.of());
	}

	/**
	 * Return whether Spring was unable to call the constructor, which is a mistake of the
	 * application, such as a parameter that is a value class of Kotlin.
	 * @param exception the exception
	 * @return whether the constructor was not called at all
	 */
	private static boolean isNotCallable(BeanInstantiationException exception) {
		return String.valueOf(exception.getMessage()).endsWith("Illegal arguments for constructor");
	}

	private static Stream<List<Object>> pathsOf(List<String> arguments, List<Object> object) {
		return arguments.stream().map((name) -> Stream.concat(object.stream(), Stream.<Object>of(name)).toList());
	}

	/**
	 * Find the missing argument that made a constructor fail.
	 * @param missing the paths of the arguments without a parameter
	 * @param words the words of the exception that the constructor threw
	 * @param refusal the exception
	 * @return the path of the argument that the exception mentions, or of the only
	 * argument if the exception reports a missing value; {@code null} if the argument is
	 * not known
	 */
	private static @Nullable List<Object> missing(List<List<Object>> missing, Set<String> words,
			RuntimeException refusal) {
		List<List<Object>> named = missing.stream()
			.filter((path) -> words.contains(path.get(path.size() - 1)))
			.toList();
		if (named.size() == 1) {
			return named.get(0);
		}
		return (missing.size() == 1 && refusal instanceof NullPointerException) ? missing.get(0) : null;
	}

	private List<Violation> violations(Throwable exception, ErrorRequest request) {
		In in = InputOrigins.formOf(request);
		if (exception instanceof InvalidPropertyException invalid) {
			List<Object> path = Violation.parsePath(invalid.getPropertyName());
			return List.of((exception instanceof NotWritablePropertyException)
					? this.inputs.unknown(in, path, request.locale())
					: this.inputs.invalid(in, path, request.locale()));
		}
		return SubmittedParameters.namesIn(request)
			.stream()
			.filter((name) -> KEY.matcher(name).results().anyMatch((key) -> isRefused(key.group(1), exception)))
			.limit(1)
			.map((name) -> this.inputs.invalid(in, Violation.parsePath(name), request.locale()))
			.toList();
	}

	private static boolean isRefused(String key, Throwable exception) {
		if (exception instanceof NumberFormatException) {
			return String.valueOf(exception.getMessage()).contains("\"" + key + "\"");
		}
		return !key.matches("\\d{1,9}") || Integer.parseInt(key) >= MAX_INDEX;
	}

}
