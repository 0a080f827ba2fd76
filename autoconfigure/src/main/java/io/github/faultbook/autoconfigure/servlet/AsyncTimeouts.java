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

import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.faultbook.pipeline.CauseChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.context.request.async.AsyncWebRequest;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.DeferredResultProcessingInterceptor;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.function.HandlerFunction;

/**
 * Decides the races between the timeout of an asynchronous request and its result:
 * <ul>
 * <li>Spring MVC interrupts a task that has timed out, and only then asks what the result
 * of the timeout is. A task that fails because it was interrupted waits until this result
 * is set.</li>
 * <li>If a task that has timed out is faster nevertheless, its failure is answered as a
 * timeout.</li>
 * <li>During a timeout, Jetty refuses a dispatch from another thread. A result that is
 * set by another thread at that time is dispatched from the thread of the timeout.</li>
 * </ul>
 */
final class AsyncTimeouts
		implements CallableProcessingInterceptor, DeferredResultProcessingInterceptor, HandlerInterceptor {

	private static final Log logger = LogFactory.getLog(AsyncTimeouts.class);

	private static final String TIMED_OUT = AsyncTimeouts.class.getName() + ".timedOut";

	/**
	 * How long an interrupted task waits for the result of its timeout at most.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/**
	 * How much earlier than measured here a timeout may come, as containers have clocks
	 * of their own.
	 */
	private static final Duration TOLERANCE = Duration.ofMillis(100);

	// The requests of tasks that have not ended; a canceled task may never start
	private final Map<NativeWebRequest, Task> tasks = Collections.synchronizedMap(new WeakHashMap<>());

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		// Spring MVC registers the interceptors of asynchronous requests for controllers
		// only
		if (handler instanceof HandlerFunction<?>) {
			WebAsyncUtils.getAsyncManager(request).registerDeferredResultInterceptor(this, this);
		}
		return true;
	}

	@Override
	public <T> void beforeConcurrentHandling(NativeWebRequest request, Callable<T> callable) {
		Task task = new Task();
		this.tasks.put(request, task);
		AsyncWebRequest asyncRequest = (AsyncWebRequest) request;
		asyncRequest.addTimeoutHandler(() -> {
			task.decided.countDown();
			afterTimeout(asyncRequest, task);
		});
		// Spring MVC interrupts the task of a client that has gone away, too
		asyncRequest.addErrorHandler((failure) -> task.decided.countDown());
	}

	@Override
	public <T> void beforeConcurrentHandling(NativeWebRequest request, DeferredResult<T> result) {
		AsyncWebRequest asyncRequest = (AsyncWebRequest) request;
		asyncRequest.addTimeoutHandler(() -> dispatch(asyncRequest, WebAsyncUtils.getAsyncManager(asyncRequest)));
	}

	@Override
	public <T> void postProcess(NativeWebRequest request, Callable<T> callable, @Nullable Object result) {
		Task task = this.tasks.remove(request);
		if (task != null && result instanceof Throwable failure) {
			task.failure = failure;
			// An application may interrupt tasks that have not timed out
			if (task.isDue(request) && (Thread.currentThread().isInterrupted()
					|| CauseChain.anyMatch(failure, AsyncTimeouts::isInterruption))) {
				task.awaitDecision();
			}
		}
	}

	private static boolean isInterruption(Throwable exception) {
		return exception instanceof InterruptedException || exception instanceof ClosedByInterruptException;
	}

	/**
	 * Called after Spring MVC has set the result of a timeout, if there was none before.
	 * @param request the request
	 * @param task its task
	 */
	private static void afterTimeout(AsyncWebRequest request, Task task) {
		WebAsyncManager manager = WebAsyncUtils.getAsyncManager(request);
		Throwable failure = task.failure;
		if (failure != null && manager.getConcurrentResult() == failure) {
			request.setAttribute(TIMED_OUT, CauseChain.unwrap(failure, ServletException.class),
					RequestAttributes.SCOPE_REQUEST);
		}
		dispatch(request, manager);
	}

	private static void dispatch(AsyncWebRequest request, WebAsyncManager manager) {
		if (manager.hasConcurrentResult() && request.isAsyncStarted()) {
			try {
				request.dispatch();
			}
			catch (IllegalStateException ex) {
				logger.trace("The request has been dispatched already", ex);
			}
		}
	}

	/**
	 * Return why a request failed.
	 * @param exception the exception
	 * @param request the request
	 * @return the timeout if the exception is the failure of a task that has timed out;
	 * else the exception
	 */
	static Throwable reason(Throwable exception, HttpServletRequest request) {
		return (request.getAttribute(TIMED_OUT) == exception) ? new AsyncRequestTimeoutException() : exception;
	}

	/**
	 * A task that runs in a thread of its own.
	 */
	private static final class Task {

		private final CountDownLatch decided = new CountDownLatch(1);

		private final long started = System.nanoTime();

		private volatile @Nullable Throwable failure;

		boolean isDue(NativeWebRequest request) {
			try {
				long timeout = ((HttpServletRequest) request.getNativeRequest()).getAsyncContext().getTimeout();
				return timeout > 0
						&& System.nanoTime() - this.started >= Duration.ofMillis(timeout).minus(TOLERANCE).toNanos();
			}
			catch (IllegalStateException ex) {
				// The request has ended already
				return false;
			}
		}

		void awaitDecision() {
			// A thread that was interrupted cannot wait
			boolean interrupted = Thread.interrupted();
			try {
				this.decided.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
