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

package io.github.faultbook.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.MessageTemplate;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens to every failure, whichever way it leaves the application: resolve,
 * localize, customize, bound, write, notify. Never throws: whatever fails on the way is
 * passed over, and the listeners are told. Safe for use by several threads.
 */
public final class ErrorPipeline {

	private static final String CONTENT_LANGUAGE = "Content-Language";

	private final ErrorCatalog catalog;

	private final Function<ErrorRequest, WireFormat> formats;

	private final Resolution resolution;

	private final ErrorTexts texts;

	private final List<ErrorCustomizer> customizers;

	private final List<ErrorListener> listeners;

	private final @Nullable Integer validationStatus;

	private final Bounds bounds;

	private final ReplyWriter replies;

	private ErrorPipeline(Builder builder) {
		this.catalog = builder.catalog;
		this.formats = builder.formats;
		this.resolution = new Resolution(builder.resolvers, builder.fallback);
		this.texts = builder.texts;
		this.customizers = List.copyOf(builder.customizers);
		this.listeners = List.copyOf(builder.listeners);
		this.validationStatus = builder.validationStatus;
		this.bounds = new Bounds(builder.limits, new FactEncoder(builder.mapper.writer(), builder.limits), this.texts);
		this.replies = new ReplyWriter(ApiError.of(builder.catalog.forStatus(500)), builder.referenceHeader,
				builder.vary);
	}

	/**
	 * Start a pipeline.
	 * @param catalog the catalog
	 * @param formats chooses the format of an answer
	 * @param mapper serializes facts
	 * @return a builder
	 */
	public static Builder builder(ErrorCatalog catalog, Function<ErrorRequest, WireFormat> formats, JsonMapper mapper) {
		return new Builder(catalog, formats, mapper);
	}

	/**
	 * Answer a request that failed with an exception.
	 * @param exception the exception
	 * @param request the request
	 * @return the answer
	 */
	public ErrorReply handle(Throwable exception, ErrorRequest request) {
		List<Throwable> failures = new ArrayList<>(0);
		return handle(this.resolution.resolve(exception, request, failures), exception, request, failures);
	}

	/**
	 * Answer a request that failed with an exception, if a resolver knows the exception
	 * or a cause of it. The fallback is not asked, and without an answer no listener is
	 * told.
	 * @param exception the exception
	 * @param request the request
	 * @return the answer, or {@code null} if no resolver knows the exception
	 */
	public @Nullable ErrorReply handleKnown(Throwable exception, ErrorRequest request) {
		List<Throwable> failures = new ArrayList<>(0);
		ApiError error = this.resolution.resolveKnown(exception, request, failures);
		return (error != null) ? handle(error, exception, request, failures) : null;
	}

	/**
	 * Find out how an error would be answered. The customizers are called, the listeners
	 * are not told, so that nothing is logged or counted.
	 * @param error the error
	 * @param request the request
	 * @return what {@link #handle(ApiError, ErrorRequest)} would do
	 */
	public ErrorTrial attempt(ApiError error, ErrorRequest request) {
		List<Throwable> failures = new ArrayList<>(0);
		WireFormat format = chooseFormat(request, failures);
		ReplyWriter.Written written = write(error, null, request, format, failures);
		return new ErrorTrial(written.error(), format, written.reply());
	}

	/**
	 * Answer a request of which only the status is known.
	 * @param status the status; one below 400 or above 599 counts as 500
	 * @param request the request
	 * @return the answer
	 */
	public ErrorReply handle(int status, ErrorRequest request) {
		return handle(ApiError.of(this.catalog.forStatus(status)), request);
	}

	/**
	 * Answer a request with an error that is known already.
	 * @param error the error
	 * @param request the request
	 * @return the answer
	 */
	public ErrorReply handle(ApiError error, ErrorRequest request) {
		return handle(error, null, request, new ArrayList<>(0));
	}

	private ErrorReply handle(ApiError resolved, @Nullable Throwable exception, ErrorRequest request,
			List<Throwable> failures) {
		WireFormat format = chooseFormat(request, failures);
		ReplyWriter.Written written = write(resolved, exception, request, format, failures);
		notify(new ErrorEvent(written.error(), exception, request, failures));
		return written.reply();
	}

	private ReplyWriter.Written write(ApiError resolved, @Nullable Throwable exception, ErrorRequest request,
			@Nullable WireFormat format, List<Throwable> failures) {
		ApiError error = applyValidationStatus(configured(resolved, failures), format, failures);
		ApiError localized = localize(error, request, failures);
		error = withoutStaleLanguage(localized, customize(localized, exception, request, failures));
		error = this.bounds.apply(configured(error, failures), request, failures);
		return this.replies.write(error, request, format, failures);
	}

	private @Nullable WireFormat chooseFormat(ErrorRequest request, List<Throwable> failures) {
		try {
			WireFormat format = this.formats.apply(request);
			if (format == null) {
				failures.add(new IllegalStateException("No format was chosen"));
			}
			return format;
		}
		catch (Throwable ex) {
			failures.add(ex);
			return null;
		}
	}

	/**
	 * Turn an error into what the configuration has for its entry. Resolvers and
	 * customizers name entries as they were declared.
	 * @param error the error
	 * @param failures where to add why this was not possible
	 * @return the error, or the same of the entry that replaces its own
	 */
	private ApiError configured(ApiError error, List<Throwable> failures) {
		try {
			return this.catalog.configured(error);
		}
		catch (Throwable ex) {
			failures.add(ex);
			return error;
		}
	}

	private ApiError applyValidationStatus(ApiError error, @Nullable WireFormat format, List<Throwable> failures) {
		try {
			ErrorCode declared = error.errorCode().declared();
			// Who sets a status means all that a client can send wrong
			boolean listed = this.validationStatus != null && declared == CommonError.INVALID_REQUEST
					&& !error.violations().isEmpty();
			if (declared != CommonError.VALIDATION_ERROR && !listed) {
				return error;
			}
			int status = error.status();
			if (this.validationStatus != null) {
				status = this.validationStatus;
			}
			else if (format != null) {
				status = format.validationStatus();
			}
			return (status != error.status()) ? error.toBuilder().status(status).build() : error;
		}
		catch (Throwable ex) {
			failures.add(ex);
			return error;
		}
	}

	private ApiError localize(ApiError error, ErrorRequest request, List<Throwable> failures) {
		try {
			Locale locale = request.locale();
			ErrorMessages.Text title = error.hasOwnTitle() ? null : this.texts.find(error.errorCode(), "title", locale);
			ErrorMessages.Text message = error.hasOwnMessage() ? null
					: this.texts.find(error.errorCode(), "message", locale);
			if (title == null && message == null) {
				return error;
			}
			ApiError.Builder localized = error.toBuilder();
			if (title != null) {
				localized.renderedTitle(title.text());
			}
			if (message != null) {
				localized.rendered(MessageTemplate.render(message.text(), error.facts()));
				if (message.language() != null && !error.headers().containsKey(CONTENT_LANGUAGE)) {
					localized.header(CONTENT_LANGUAGE, message.language().toLanguageTag());
				}
			}
			return localized.build();
		}
		catch (Throwable ex) {
			failures.add(ex);
			return error;
		}
	}

	private ApiError customize(ApiError error, @Nullable Throwable exception, ErrorRequest request,
			List<Throwable> failures) {
		ApiError customized = error;
		for (ErrorCustomizer customizer : this.customizers) {
			try {
				ApiError result = customizer.customize(customized, exception, request);
				if (result != null) {
					customized = result;
				}
				else {
					failures.add(new IllegalStateException(customizer.getClass().getName() + " returned no error"));
				}
			}
			catch (Throwable ex) {
				failures.add(ex);
			}
		}
		return customized;
	}

	/**
	 * Take away the language of a message that a customizer replaced.
	 * @param localized the error before
	 * @param customized the error after all customizers
	 * @return the error, without a language that may be wrong
	 */
	private static ApiError withoutStaleLanguage(ApiError localized, ApiError customized) {
		List<String> language = customized.headers().get(CONTENT_LANGUAGE);
		if (language == null || customized.message().equals(localized.message())
				|| !language.equals(localized.headers().get(CONTENT_LANGUAGE))) {
			return customized;
		}
		Map<String, List<String>> headers = new HashMap<>(customized.headers());
		headers.keySet().removeIf(CONTENT_LANGUAGE::equalsIgnoreCase);
		return customized.toBuilder().headers(headers).build();
	}

	private void notify(ErrorEvent event) {
		for (ErrorListener listener : this.listeners) {
			try {
				listener.onError(event);
			}
			catch (Throwable ex) {
				System.getLogger(ErrorPipeline.class.getName())
					.log(System.Logger.Level.ERROR, "An error listener failed, reference " + referenceOf(event), ex);
			}
		}
	}

	private static String referenceOf(ErrorEvent event) {
		try {
			return event.request().reference();
		}
		catch (Throwable ex) {
			return "unknown";
		}
	}

	/**
	 * Builder of an {@link ErrorPipeline}.
	 */
	public static final class Builder {

		private final ErrorCatalog catalog;

		private final Function<ErrorRequest, WireFormat> formats;

		private final JsonMapper mapper;

		private List<ErrorResolver> resolvers = List.of();

		private ErrorResolver fallback = (exception, request) -> null;

		private ErrorTexts texts = new ErrorTexts(ErrorMessages.NONE);

		private List<ErrorCustomizer> customizers = List.of();

		private List<ErrorListener> listeners = List.of();

		private @Nullable Integer validationStatus;

		private ErrorLimits limits = ErrorLimits.DEFAULT;

		private @Nullable String referenceHeader;

		private @Nullable String vary;

		private Builder(ErrorCatalog catalog, Function<ErrorRequest, WireFormat> formats, JsonMapper mapper) {
			this.catalog = catalog;
			this.formats = formats;
			this.mapper = mapper;
		}

		/**
		 * Set the resolvers, in the order they are asked.
		 * @param resolvers the resolvers
		 * @return this builder
		 */
		public Builder resolvers(List<ErrorResolver> resolvers) {
			this.resolvers = resolvers;
			return this;
		}

		/**
		 * Set the resolver that is asked about the thrown exception if no other one knows
		 * it or a cause of it.
		 * @param fallback the resolver
		 * @return this builder
		 */
		public Builder fallback(ErrorResolver fallback) {
			this.fallback = fallback;
			return this;
		}

		/**
		 * Set the application's translations, which come before those of this library.
		 * @param messages the translations
		 * @return this builder
		 */
		public Builder messages(ErrorMessages messages) {
			this.texts = new ErrorTexts(messages);
			return this;
		}

		/**
		 * Set the customizers, in the order they are called.
		 * @param customizers the customizers
		 * @return this builder
		 */
		public Builder customizers(List<ErrorCustomizer> customizers) {
			this.customizers = customizers;
			return this;
		}

		/**
		 * Set the listeners, in the order they are called.
		 * @param listeners the listeners
		 * @return this builder
		 */
		public Builder listeners(List<ErrorListener> listeners) {
			this.listeners = listeners;
			return this;
		}

		/**
		 * Set the status of validation failures, and of malformed requests of which is
		 * known what is wrong.
		 * @param status the status, 400 to 599, or {@code null} for that of the format
		 * @return this builder
		 */
		public Builder validationStatus(@Nullable Integer status) {
			if (status != null && (status < 400 || status > 599)) {
				throw new IllegalArgumentException("An error has a status from 400 to 599, not " + status);
			}
			this.validationStatus = status;
			return this;
		}

		public Builder limits(ErrorLimits limits) {
			this.limits = limits;
			return this;
		}

		/**
		 * Set the header that carries the reference.
		 * @param name the name, or {@code null} to send none
		 * @return this builder
		 */
		public Builder referenceHeader(@Nullable String name) {
			this.referenceHeader = name;
			return this;
		}

		/**
		 * Set the header of requests by which the format is chosen.
		 * @param name the name, or {@code null} if the format is always the same
		 * @return this builder
		 */
		public Builder vary(@Nullable String name) {
			this.vary = name;
			return this;
		}

		public ErrorPipeline build() {
			return new ErrorPipeline(this);
		}

	}

}
