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

import java.util.concurrent.Callable;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.context.request.async.CallableProcessingInterceptor;

/**
 * Remembers which tasks have timed out. Spring MVC interrupts such a task, so the
 * exception of the task may be faster than the timeout.
 */
final class TimedOutTasks implements CallableProcessingInterceptor {

	private static final String TIMED_OUT = TimedOutTasks.class.getName() + ".timedOut";

	@Override
	public <T> Object handleTimeout(NativeWebRequest request, Callable<T> task) {
		request.setAttribute(TIMED_OUT, true, RequestAttributes.SCOPE_REQUEST);
		return RESULT_NONE;
	}

	/**
	 * Return why a request failed.
	 * @param exception the exception
	 * @param request the request
	 * @return the timeout if the task of the request has timed out, or was interrupted,
	 * which is what Spring MVC does after a timeout; else the exception
	 */
	static Throwable reason(Throwable exception, HttpServletRequest request) {
		boolean interrupted = exception instanceof InterruptedException
				&& request.getDispatcherType() == DispatcherType.ASYNC;
		boolean timedOut = interrupted || request.getAttribute(TIMED_OUT) != null;
		return (timedOut && !(exception instanceof AsyncRequestTimeoutException)) ? new AsyncRequestTimeoutException()
				: exception;
	}

}
