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

package io.github.faultbook.autoconfigure.reactive;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.faultbook.ErrorRequest;
import io.github.faultbook.autoconfigure.container.ClientDisconnections;
import io.github.faultbook.autoconfigure.language.SupportedLocales;
import io.github.faultbook.autoconfigure.settings.FaultbookProperties;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorReferences;
import io.github.faultbook.pipeline.ErrorReply;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.handler.ExceptionHandlingWebHandler;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Answers failed requests of a reactive application: passes the failure to the pipeline
 * and sends its reply. All doors of the reactive stack call it. No method blocks.
 */
final class ReactiveErrorHandler {

	private static final Log logger = LogFactory.getLog(ReactiveErrorHandler.class);

	private final ErrorPipeline pipeline;

	private final ErrorReferences references;

	private final SupportedLocales locales;

	private final Supplier<@Nullable LocaleContextResolver> localeResolver;

	private final List<ReactiveErrorCause> causes;

	private final ReactiveErrorScope scope;

	private final boolean fillEmpty;

	private final boolean htmlPages;

	private final boolean errorEvents;

	ReactiveErrorHandler(ErrorPipeline pipeline, ErrorReferences references, SupportedLocales locales,
			Supplier<@Nullable LocaleContextResolver> localeResolver, List<ReactiveErrorCause> causes,
			ReactiveErrorScope scope, FaultbookProperties properties) {
		this.pipeline = pipeline;
		this.references = ErrorReferences.checked(references);
		this.locales = locales;
		this.localeResolver = localeResolver;
		this.causes = List.copyOf(causes);
		this.scope = scope;
		this.fillEmpty = properties.isFillEmptyResponses();
		this.htmlPages = properties.isHtmlPages();
		this.errorEvents = properties.isErrorEvents();
	}

	/**
	 * Answer a request that failed with an exception. If a part of the response was sent,
	 * the listeners are notified, and the connection is closed so that the client can
	 * tell that the rest is missing.
	 * @param exception the exception
	 * @param exchange the original exchange
	 * @return completes when the answer was sent; ends with an exception if the server
	 * must close the connection, or if the error page of Spring Boot answers the client
	 */
	Mono<Void> handle(Throwable exception, ServerWebExchange exchange) {
		Throwable failure = Exceptions.unwrap(exception);
		if (isDisconnected(failure)) {
			logger.debug("The client does not wait for the answer to this failure", failure);
			return exchange.getResponse().isCommitted() ? Mono.error(failure) : Mono.empty();
		}
		return answer(exchange, failure, (request) -> this.pipeline.handle(failure, request));
	}

	/**
	 * Answer a request whose handler signaled an exception, if a resolver recognizes the
	 * exception. Exceptions that a filter handles pass, as well as those that are
	 * answered by the error page or by closing the connection.
	 * @param exception the exception
	 * @param exchange the original exchange
	 * @return completes when the answer was sent; ends with the exception if it must go
	 * on
	 */
	Mono<Void> handleKnown(Throwable exception, ServerWebExchange exchange) {
		Throwable failure = Exceptions.unwrap(exception);
		if (exchange.getResponse().isCommitted() || wantsPage(exchange) || isDisconnected(failure)
				|| isForFilters(failure)) {
			return Mono.error(exception);
		}
		return Mono.deferContextual((context) -> {
			ErrorReply reply = inScope(context, exchange, (request) -> this.pipeline.handleKnown(failure, request));
			if (reply == null) {
				return Mono.error(exception);
			}
			// The observation of the request reads it
			exchange.getAttributes().put(ExceptionHandlingWebHandler.HANDLED_WEB_EXCEPTION, exception);
			return ReactiveReplies.send(reply, exchange.getResponse());
		});
	}

	private boolean isForFilters(Throwable failure) {
		for (ReactiveErrorCause cause : this.causes) {
			if (cause.isForFilters(failure)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Answer a request that ended with an error status and without a body, unless empty
	 * responses stay as they are.
	 * @param status the status
	 * @param exchange the original exchange, whose response is not committed
	 * @return completes when the answer was sent
	 */
	Mono<Void> fill(int status, ServerWebExchange exchange) {
		if (!this.fillEmpty) {
			return exchange.getResponse().setComplete();
		}
		Throwable cause = null;
		for (int i = 0; cause == null && i < this.causes.size(); i++) {
			cause = this.causes.get(i).find(status, exchange);
		}
		Throwable failure = cause;
		return answer(exchange, failure, (request) -> (failure != null) ? this.pipeline.handle(failure, request)
				: this.pipeline.handle(status, request));
	}

	static boolean isDisconnected(Throwable failure) {
		return ClientDisconnections.isReportedBy(Exceptions.unwrap(failure));
	}

	/**
	 * Return whether a stream of events that fails ends with an event for the error.
	 * @return {@code false} to close the connection instead
	 */
	boolean sendsEvents() {
		return this.errorEvents;
	}

	/**
	 * Return the answer to a request that failed, for a stream that can still be written.
	 * The listeners are notified.
	 * @param exception the exception
	 * @param exchange the original exchange
	 * @return the answer
	 */
	Mono<ErrorReply> reply(Throwable exception, ServerWebExchange exchange) {
		Throwable failure = Exceptions.unwrap(exception);
		return Mono.deferContextual((context) -> Mono
			.just(inScope(context, exchange, (request) -> this.pipeline.handle(failure, request))));
	}

	private Mono<Void> answer(ServerWebExchange exchange, @Nullable Throwable failure,
			Function<ErrorRequest, ErrorReply> pipeline) {
		return Mono.deferContextual((context) -> {
			ErrorReply reply = inScope(context, exchange, pipeline);
			if (exchange.getResponse().isCommitted()) {
				return Mono.error(new PartialResponseException());
			}
			if (wantsPage(exchange)) {
				return Mono
					.error(new ResponseStatusException(HttpStatusCode.valueOf(reply.errorStatus()), null, failure));
			}
			return ReactiveReplies.send(reply, exchange.getResponse());
		});
	}

	private <R extends @Nullable ErrorReply> R inScope(ContextView context, ServerWebExchange exchange,
			Function<ErrorRequest, R> pipeline) {
		Runnable close = open(context);
		try {
			return pipeline
				.apply(new ReactiveErrorRequest(exchange, this.references, this.locales, this.localeResolver));
		}
		finally {
			close.run();
		}
	}

	private Runnable open(ContextView context) {
		try {
			return this.scope.open(context);
		}
		catch (RuntimeException ex) {
			logger.debug("The context of the request is not available", ex);
			return ReactiveErrorScope.NONE.open(context);
		}
	}

	/**
	 * Return whether the calling code writes a text that is no more than the status.
	 * @param exchange the exchange, whose response has an error status
	 * @return whether the error is to be answered instead
	 */
	boolean isBare(ServerWebExchange exchange) {
		return this.fillEmpty && this.causes.stream().anyMatch((cause) -> cause.isBare(exchange));
	}

	private boolean wantsPage(ServerWebExchange exchange) {
		return this.htmlPages && exchange.getRequest()
			.getHeaders()
			.getOrEmpty(HttpHeaders.ACCEPT)
			.stream()
			.anyMatch((value) -> value.contains(MediaType.TEXT_HTML_VALUE));
	}

	/**
	 * Makes the server close the connection. The failure itself has been logged, and its
	 * text could look like that of a client that has disconnected, after which Spring
	 * would end the response regularly.
	 */
	private static final class PartialResponseException extends RuntimeException {

		PartialResponseException() {
			super("The request failed after a part of the response had been sent", null, false, false);
		}

	}

}
